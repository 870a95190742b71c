# What the test files share: the staged module, and small tools to look at it as a user does.

$manifest = $env:MOLSHELL_MODULE ? $env:MOLSHELL_MODULE : [IO.Path]::Combine($PSScriptRoot, '..', '..', 'artifacts', 'module', 'MolShell', 'MolShell.psd1')
if (-not (Test-Path -LiteralPath $manifest)) {
    throw "The staged module is not at '$manifest': run 'dotnet build -c Release' first."
}

Import-Module $manifest -Global

# Jobs and parallel loops find the module by its name, as they find an installed one.
$folder = Split-Path (Split-Path (Resolve-Path $manifest))
if ($folder -notin $env:PSModulePath.Split([IO.Path]::PathSeparator)) {
    $env:PSModulePath = $folder + [IO.Path]::PathSeparator + $env:PSModulePath
}

# Width of the screen that tables are made for.
$screenWidth = 100

$commonParameters = [System.Management.Automation.Cmdlet]::CommonParameters +
    [System.Management.Automation.Cmdlet]::OptionalCommonParameters

<#
.SYNOPSIS
Gives the texts that the Tab key offers at the end of a line.
#>
function Complete {
    [OutputType([string])]
    param([Parameter(Mandatory)][string] $Line)

    [System.Management.Automation.CommandCompletion]::CompleteInput($Line, $Line.Length, $null).CompletionMatches.CompletionText
}

<#
.SYNOPSIS
Runs a script block that must fail with exactly one error, terminating or not, and gives that error.
#>
function Get-Fault {
    [OutputType([System.Management.Automation.ErrorRecord])]
    param([Parameter(Mandatory)][scriptblock] $Script)

    try {
        $faults = @(& $Script 2>&1 | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] })
    } catch {
        $faults = @($_)
    }

    if ($faults.Count -ne 1) {
        throw "Expected one error of { $Script }, but there were $($faults.Count): $($faults -join '; ')"
    }

    $faults[0]
}

<#
.SYNOPSIS
Gives the lines that a table of the input has on a screen; with -List those of a list, with -All those of a list of all properties.
#>
function Get-ViewText {
    [OutputType([string])]
    param([Parameter(ValueFromPipeline)] $InputObject, [switch] $List, [switch] $All, [int] $Width = $screenWidth)

    end {
        $rendering = $PSStyle.OutputRendering
        $PSStyle.OutputRendering = 'PlainText'
        try {
            $(if ($List) { $input | Format-List } elseif ($All) { $input | Format-List * } else { $input | Format-Table }) |
                Out-String -Stream -Width $Width |
                ForEach-Object TrimEnd |
                Where-Object Length
        } finally {
            $PSStyle.OutputRendering = $rendering
        }
    }
}

<#
.SYNOPSIS
Gives the column headers of the table of the input.
#>
function Get-TableHeader {
    [OutputType([string])]
    param([Parameter(ValueFromPipeline)] $InputObject)

    end { -split (@($input | Get-ViewText)[0]) }
}

<#
.SYNOPSIS
Runs a script block under a culture with other decimal signs.
#>
function Invoke-UnderCulture {
    param([Parameter(Mandatory)][string] $Culture, [Parameter(Mandatory)][scriptblock] $Script)

    $thread = [Threading.Thread]::CurrentThread
    $before = $thread.CurrentCulture
    $thread.CurrentCulture = [cultureinfo]::GetCultureInfo($Culture)
    try {
        & $Script
    } finally {
        $thread.CurrentCulture = $before
    }
}

<#
.SYNOPSIS
Gives the ways in which a cmdlet breaks the rules that hold for all: nothing for a good one.
#>
function Get-CmdletProblem {
    [OutputType([string])]
    param([Parameter(Mandatory)][string] $Name)

    $command = Get-Command $Name -Module MolShell
    if ($command.Verb -notin (Get-Verb).Verb) { "$($command.Verb) is not an approved verb." }
    if (-not $command.OutputType) { 'There is no OutputType.' }

    $help = Get-Help $Name -Full
    if (-not $help.Synopsis -or $help.Synopsis -match [regex]::Escape("$Name [")) { 'The help has no synopsis.' }
    if (-not $help.description) { 'The help has no description.' }
    $examples = @($help.examples.example)
    if ($examples.Count -lt 2) { "The help has $($examples.Count) examples; two are expected." }
    foreach ($example in $examples) {
        if ($example.code -notmatch [regex]::Escape($Name)) { "An example does not use the cmdlet: $($example.code)" }
        if (-not ($example.remarks | Out-String).Trim()) { "An example is not explained: $($example.code)" }
    }

    foreach ($parameter in $command.Parameters.Values | Where-Object Name -notin $commonParameters) {
        $described = @($help.parameters.parameter | Where-Object name -eq $parameter.Name)
        if (-not $described -or -not ($described[0].description | Out-String).Trim()) { "The help does not describe -$($parameter.Name)." }
        foreach ($set in $parameter.ParameterSets.Values) {
            if (-not $set.HelpMessage) { "-$($parameter.Name) has no HelpMessage." }
            if ($set.HelpMessage.Length -gt 100) { "The HelpMessage of -$($parameter.Name) is longer than 100 characters." }
        }

        if ($parameter.ParameterType -eq [object]) { "-$($parameter.Name) takes any object." }
    }
}

<#
.SYNOPSIS
Gives the ways in which the output of a cmdlet does not look well or is not what it says it is: nothing for a good one.
#>
function Get-OutputProblem {
    [OutputType([string])]
    param([Parameter(Mandatory)][string] $Name, [Parameter(Mandatory)] $Output)

    $declared = (Get-Command $Name -Module MolShell).OutputType.Type
    foreach ($item in $Output) {
        if (-not ($declared | Where-Object { $_ -and $_.IsInstanceOfType($item) })) {
            "An object of type $($item.GetType()) came out, but the OutputType is $declared."
        }
    }

    if (-not (Get-FormatData -TypeName $Output[0].PSTypeNames)) { "There is no view of $($Output[0].GetType())." }
    $table = @($Output | Get-ViewText)
    $wide = @($Output | Get-ViewText -Width 400)
    $columns = [regex]::Matches($wide[1], '-+').Count
    if ($columns -gt 7) { "The table has $columns columns; seven are the most." }
    if ([regex]::Matches($table[1], '-+').Count -lt $columns) { "The table does not fit $screenWidth characters: $($table[0])" }
    $narrow = @($Output | Get-ViewText -Width 80)
    if ($narrow[1] -notmatch '^[- ]+$') { "A header is broken on a screen of 80 characters: $($narrow[0])" }
    foreach ($line in @($table) + @($Output | Get-ViewText -List) + @($Output[0] | Get-ViewText -All)) {
        if ($line -match '`\d|\b(System|MolShell)\.\w+\.| \{ \w+ = ') { "The code shows, not the value: $line" }
    }
}

<#
.SYNOPSIS
Gives a system for dynamics that is done at once: a particle on a line with two wells.
#>
function Get-ToySystem {
    [OutputType('MolShell.Compute.Systems.MolecularSystem')]
    param()

    New-ToySystem -Potential DoubleWell -Temperature 0.2 -Friction 2.5 -TimeStep 0.02
}

<#
.SYNOPSIS
Gives the left and the right well of the toy system as states, with the variable they are ranges of.
#>
function Get-ToyState {
    param()

    $x = New-CollectiveVariable -Coordinate 0 -Name x
    [pscustomobject]@{
        Variable = $x
        Left     = New-StateVolume $x -Maximum -0.7 -Name A
        Right    = New-StateVolume $x -Minimum 0.7 -Name B
    }
}

Export-ModuleMember -Function *
