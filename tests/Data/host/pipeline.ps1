# Runs each line of pipeline.txt in PowerShell, with the commands of tests/MolShell.Tests/Host/TestCommands, and prints what it
# writes in the short form that PipelineTests compares with. Run in PowerShell 7.6: pwsh pipeline.ps1 > pipeline.json
param([string] $Path = (Join-Path $PSScriptRoot 'pipeline.txt'))
$sources = Get-ChildItem (Join-Path $PSScriptRoot '../../MolShell.Tests/Host/TestCommands/*.cs')
$usings = New-TemporaryFile | Rename-Item -NewName { $_.Name + '.cs' } -PassThru
'System', 'System.Collections.Generic', 'System.Linq' | ForEach-Object { "global using $_;" } | Set-Content $usings
$types = Add-Type -Path (@($usings.FullName) + $sources.FullName) -PassThru -CompilerOptions '-langversion:latest', '-nowarn:CS1591', '-nowarn:CS1701' -IgnoreWarnings
$state = [initialsessionstate]::CreateDefault2()
foreach ($type in $types | Where-Object { $_.IsSubclassOf([System.Management.Automation.Cmdlet]) }) {
    $name = $type.GetCustomAttributes([System.Management.Automation.CmdletAttribute], $false)[0]
    $state.Commands.Add([System.Management.Automation.Runspaces.SessionStateCmdletEntry]::new("$($name.VerbName)-$($name.NounName)", $type, $null))
}
Remove-Item $usings
$text = $types | Where-Object Name -eq TestText
$results = Get-Content $Path | Where-Object { $_ -and -not $_.StartsWith('#') } | ForEach-Object {
    $shell = [powershell]::Create($state)
    [void]$shell.AddScript($_)
    $parts = [System.Collections.Generic.List[string]]::new()
    $out = [System.Management.Automation.PSDataCollection[psobject]]::new()
    try { $shell.Invoke($null, $out) ; $thrown = $null }
    catch { $thrown = $_.Exception -is [System.Management.Automation.MethodInvocationException] ? $_.Exception.InnerException : $_.Exception }
    foreach ($o in $out) { $parts.Add($text::Of($o)) }
    foreach ($e in $shell.Streams.Error) { $parts.Add("error $($e.FullyQualifiedErrorId) [$($e.CategoryInfo)] $e") }
    foreach ($w in $shell.Streams.Warning) { $parts.Add("warning $w") }
    foreach ($v in $shell.Streams.Verbose) { $parts.Add("verbose $v") }
    foreach ($d in $shell.Streams.Debug) { $parts.Add("debug $d") }
    foreach ($i in $shell.Streams.Information) { $parts.Add("information $i") }
    if ($thrown) { $parts.Add("thrown $($thrown.GetType().Name) $($thrown.ErrorRecord.FullyQualifiedErrorId) [$($thrown.ErrorRecord.CategoryInfo)] $($thrown.Message)") }
    $shell.Dispose()
    [ordered]@{ script = $_; result = @($parts) }
}
ConvertTo-Json @($results) -Depth 4
