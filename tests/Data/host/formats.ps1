# Runs each line of formats.txt in PowerShell and prints the text it shows, 80 characters wide, for FormattingTests.
# Run in PowerShell 7.6 with NO_COLOR=1: LANG=C pwsh formats.ps1 > formats.json, and, since PowerShell breaks lines between words in
# some languages only, LANG=en_US.UTF-8 pwsh formats.ps1 wrapping.txt > wrapping.json
param([string] $Path = (Join-Path $PSScriptRoot 'formats.txt'))
$results = Get-Content $Path | ForEach-Object {
    $script = $_ -replace '⏎', "`n"
    [ordered]@{ script = $script; text = (& ([scriptblock]::Create($script)) | Out-String -Width 80) }
}
ConvertTo-Json @($results)
