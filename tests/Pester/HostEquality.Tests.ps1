# The same scripts in PowerShell and in molshell: the same text on the standard output, the same messages of errors, the same exit
# codes. The scripts are those of examples/ and of tests/Data/equality.

BeforeDiscovery {
    $root = Resolve-Path ([IO.Path]::Combine($PSScriptRoot, '..', '..'))
    $cases = @(Get-ChildItem ([IO.Path]::Combine($root, 'tests', 'Data', 'equality', '*.ps1')) | ForEach-Object { @{ name = $_.Name; path = $_.FullName; arguments = @() } })
    $examples = [ordered]@{
        'double-well-paths.ps1'           = '-Step', '20'
        'toy-double-well-free-energy.ps1' = '-Step', '20000'
        'toy-2d-paths.ps1'                = '-Step', '100'
        'crystal-minimization.ps1'        = '-Repeat', '2'
        'largest-nucleus.ps1'             = '-Repeat', '4'
        'three-state-rates.ps1'           = '-Step', '200'
        'two-channel-paths.ps1'           = '-Step', '50'
        'rates-of-two-seeds.ps1'          = '-Step', '200'
        'gromacs-paths.ps1'               = '-Step', '2'
    }
    foreach ($file in Get-ChildItem ([IO.Path]::Combine($root, 'examples', '*.ps1'))) {
        $cases += @{ name = "examples/$($file.Name)"; path = $file.FullName; arguments = $examples[$file.Name] ?? @() }
    }
}

BeforeAll {
    Import-Module $PSScriptRoot/shared.psm1
    $root = Resolve-Path ([IO.Path]::Combine($PSScriptRoot, '..', '..'))
    $molshell = $env:MOLSHELL_HOST ? $env:MOLSHELL_HOST : [IO.Path]::Combine($root, 'artifacts', 'molshell', 'molshell')
    if (-not (Test-Path -LiteralPath $molshell)) {
        throw "The host is not at '$molshell': run 'dotnet build -c Release' first."
    }

    $powershell = (Get-Process -Id $PID).Path
    $runner = [IO.Path]::Combine($root, 'tests', 'Data', 'equality', 'runner', 'powershell.ps1')
    $folder = (New-Item -ItemType Directory (Join-Path ([IO.Path]::GetTempPath()) "equality-$PID-$(Get-Random)")).FullName

    # Both run in a folder of the same name, empty at the start, for names of files that show.
    function Invoke-Both([string] $path, [string[]] $arguments, [switch] $Plain) {
        foreach ($program in $powershell, $molshell) {
            $start = [Diagnostics.ProcessStartInfo]::new($program)
            if ($program -eq $powershell) {
                @('-NoProfile', '-NonInteractive', '-File'; if (-not $Plain) { $runner }) | ForEach-Object { $start.ArgumentList.Add($_) }
            }

            $start.ArgumentList.Add($path)
            $arguments | ForEach-Object { $start.ArgumentList.Add($_) }
            $start.WorkingDirectory = $folder
            $start.RedirectStandardInput = $start.RedirectStandardOutput = $start.RedirectStandardError = $true
            $start.Environment['NO_COLOR'] = '1'
            $start.Environment['LANG'] = 'en_US.UTF-8'
            $start.Environment['TERM'] = 'xterm'
            $start.Environment['PSModulePath'] = $env:PSModulePath
            $start.Environment.Remove('COLUMNS') | Out-Null
            Get-ChildItem -LiteralPath $folder -Force | Remove-Item -Recurse -Force
            $process = [Diagnostics.Process]::Start($start)
            $process.StandardInput.Close()
            $faults = $process.StandardError.ReadToEndAsync()
            $text = $process.StandardOutput.ReadToEnd()
            $process.WaitForExit()
            [pscustomobject]@{
                Text     = $text
                Messages = (Get-Message $faults.Result)
                ExitCode = $process.ExitCode
            }
        }
    }

    # What errors say, without where they are: the excerpt of the script, and how lines are broken.
    function Get-Message([string] $text) {
        (-split (($text -split '\r?\n' | Where-Object { $_ -notmatch '^\s*\d+ \| |^ +\| +~+$|^Line \|' }) -join ' ' -replace ' \| ', ' ')) -join ' '
    }
}

AfterAll {
    Remove-Item -LiteralPath $folder -Recurse -Force -ErrorAction Ignore
}

Describe 'molshell and PowerShell' {
    It 'do the same with <name>' -ForEach $cases {
        $expected, $actual = Invoke-Both $path $arguments
        $actual.Text | Should -BeExactly $expected.Text
        $actual.Messages | Should -BeExactly $expected.Messages
        $actual.ExitCode | Should -Be $expected.ExitCode
    }

    It 'refuse a script with a fault in its grammar before they run any of it' {
        $script = Join-Path $TestDrive fault.ps1
        Set-Content $script "'before'", 'New-ToySystem DoubleWell |'
        $expected, $actual = Invoke-Both $script @() -Plain
        $expected.Text, $actual.Text | Should -Be '', ''
        $expected.Messages | Should -BeLike '*An empty pipe element is not allowed.*'
        $actual.Messages | Should -BeLike '*An empty pipe element is not allowed.*'
        $expected.ExitCode | Should -Be 1
        # Bad use has a code of its own in molshell.
        $actual.ExitCode | Should -Be 2
    }
}
