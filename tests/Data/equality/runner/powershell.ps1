# Runs a script in PowerShell as molshell runs it: with the numbers of the invariant culture, whatever the language of the machine.
param([Parameter(Mandatory)][string] $Path, [Parameter(ValueFromRemainingArguments)][object[]] $Rest)

$culture = [cultureinfo]::GetCultureInfo('en-US').Clone()
$culture.NumberFormat = [cultureinfo]::InvariantCulture.NumberFormat
[cultureinfo]::CurrentCulture = $culture
$named = @{}
for ($i = 0; $i -lt $Rest.Count; $i += 2) {
    $named[([string]$Rest[$i]).TrimStart('-')] = $Rest[$i + 1]
}

& $Path @named
if ($LASTEXITCODE) {
    exit $LASTEXITCODE
}
