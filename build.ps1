<#
.SYNOPSIS
Builds, tests and packages MolShell.
.DESCRIPTION
The same as the dotnet commands of README.md, for people who have PowerShell.
Build    compiles everything and stages the loadable module at artifacts/module/MolShell
Test     Build, then the quick test suite; with -Validation the long one; then tests/Pester where Pester is installed
Help     writes en-US/MolShell.dll-Help.xml from the doc comments and builds again, so that the staged module carries it
Package  Build, then packs the staged module as artifacts/MolShell-<version>.zip
Clean    removes artifacts
.EXAMPLE
./build.ps1 -Task Test
#>
[CmdletBinding()]
param(
    [ValidateSet('Build', 'Test', 'Help', 'Package', 'Clean')]
    [string[]] $Task = 'Build',

    [ValidateSet('Release', 'Debug')]
    [string] $Configuration = 'Release',

    # Runs the long tests (trait Validation) in place of the quick ones.
    [switch] $Validation
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$module = Join-Path $PSScriptRoot 'artifacts' 'module' 'MolShell'

function Invoke-DotNet {
    Write-Verbose "dotnet $args"
    & dotnet @args
    if ($LASTEXITCODE -ne 0) {
        throw "dotnet $($args[0]) ended with exit code $LASTEXITCODE."
    }
}

function Invoke-Build {
    Invoke-DotNet build (Join-Path $PSScriptRoot 'MolShell.slnx') --configuration $Configuration --nologo
}

function Invoke-Test {
    $filter = @(if ($Validation) { '-p:VSTestTestCaseFilter=Category=Validation' })
    Invoke-DotNet test (Join-Path $PSScriptRoot 'MolShell.slnx') --configuration $Configuration --nologo --no-build @filter
    if (Get-Module -ListAvailable -Name Pester) {
        # In a session of its own: this script's strictness is not what users have, and the module's assembly stays free for the next build.
        $powershell = (Get-Process -Id $PID).Path
        & $powershell -NoProfile -Command {
            param($path)
            exit (Invoke-Pester -Path $path -PassThru).FailedCount
        } -args (Join-Path $PSScriptRoot 'tests' 'Pester')
        if ($LASTEXITCODE -ne 0) {
            throw "$LASTEXITCODE tests of tests/Pester failed."
        }
    }
    else {
        Write-Warning 'Pester is not installed: tests/Pester was not run.'
    }
}

function Invoke-Help {
    $builder = Join-Path $PSScriptRoot 'tools' 'MolShell.HelpBuilder'
    $help = Join-Path $PSScriptRoot 'en-US' 'MolShell.dll-Help.xml'
    Invoke-DotNet run --project $builder --configuration $Configuration -- $help
    Invoke-Build
}

function Invoke-Package {
    $version = (Import-PowerShellDataFile (Join-Path $module 'MolShell.psd1')).ModuleVersion
    $archive = Join-Path $PSScriptRoot 'artifacts' "MolShell-$version.zip"
    Remove-Item $archive -Force -ErrorAction Ignore
    [System.IO.Compression.ZipFile]::CreateFromDirectory($module, $archive, 'Optimal', $true)
    Get-Item $archive
}

foreach ($name in $Task) {
    switch ($name) {
        'Build' { Invoke-Build }
        'Test' { Invoke-Build; Invoke-Test }
        'Help' { Invoke-Help }
        'Package' { Invoke-Build; Invoke-Package }
        'Clean' { Remove-Item (Join-Path $PSScriptRoot 'artifacts') -Recurse -Force -ErrorAction Ignore }
    }
}
