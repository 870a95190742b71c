# Runs each line of values.txt (or pipelines.txt) in PowerShell and prints what it writes in the short form that InterpreterTests compares with.
# A line end inside a line is written ⏎. Run in PowerShell 7.6: pwsh values.ps1 > values.json; pwsh values.ps1 pipelines.txt > pipelines.json
param([string] $Path = (Join-Path $PSScriptRoot 'values.txt'))
$invariant = [cultureinfo]::InvariantCulture
function dump($v) {
    if ($null -eq $v) { return 'null' }
    $v = if ($v -is [psobject] -and $v.PSObject.BaseObject -isnot [System.Management.Automation.PSCustomObject]) { $v.PSObject.BaseObject } else { $v }
    switch ($v.GetType().FullName) {
        System.String { return "'" + ($v -replace "`r", '\r' -replace "`n", '\n' -replace "`t", '\t') + "'" }
        System.Int32 { return $v.ToString($invariant) }
        System.Boolean { return "$v" }
        System.Double { return 'double ' + $v.ToString('R', $invariant) }
        System.Management.Automation.PSCustomObject { return '{' + (($v.PSObject.Properties | ForEach-Object { $_.Name + '=' + (dump $_.Value) }) -join ' ') + '}' }
        System.Management.Automation.ScriptBlock { return "block '$v'" }
    }
    if ($v -is [System.Collections.IDictionary]) {
        $keys = if ($v -is [hashtable]) { $v.Keys | Sort-Object { "$_" } } else { $v.Keys }
        return $v.GetType().Name + '{' + (($keys | ForEach-Object { (dump $_) + '=' + (dump $v[$_]) }) -join ' ') + '}'
    }
    if ($v -is [array]) {
        $inner = [System.Collections.Generic.List[string]]::new()
        foreach ($e in $v) { $inner.Add((dump $e)) }
        return ($v -is [object[]] ? '' : $v.GetType().Name) + '[' + ($inner -join ' ') + ']'
    }
    if ($v -is [System.Collections.ICollection]) {
        $inner = [System.Collections.Generic.List[string]]::new()
        foreach ($e in $v) { $inner.Add((dump $e)) }
        return 'collection[' + ($inner -join ' ') + ']'
    }
    if ($v -is [type]) { return "type $v" }
    if ($v -is [datetime]) { return 'DateTime ' + $v.ToString('s') }
    return $v.GetType().Name + ' ' + [convert]::ToString($v, $invariant)
}
$results = Get-Content $Path | ForEach-Object {
    $script = $_ -replace '⏎', "`n"
    $shell = [powershell]::Create([System.Management.Automation.RunspaceMode]::NewRunspace)
    [void]$shell.AddScript($script)
    $text = try {
        $out = $shell.Invoke()
        $parts = [System.Collections.Generic.List[string]]::new()
        foreach ($o in $out) { $parts.Add((dump $o)) }
        foreach ($e in $shell.Streams.Error) { $parts.Add('error ' + $e.FullyQualifiedErrorId + ': ' + $e.ToString()) }
        $parts -join ', '
    } catch {
        $e = $_.Exception
        if ($e -is [System.Management.Automation.MethodInvocationException]) { $e = $e.InnerException }
        if ($e -is [System.Management.Automation.ParseException]) { 'parse error' } else { 'thrown ' + $e.ErrorRecord.FullyQualifiedErrorId + ': ' + $e.Message }
    }
    $shell.Dispose()
    [ordered]@{ script = $script; result = $text }
}
ConvertTo-Json $results
