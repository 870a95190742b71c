# Prints, for each snippet of parser.txt, PowerShell's own syntax tree in the short form that ParserTests compares with.
# A line end inside a snippet is written ⏎. Run in PowerShell 7.6: pwsh trees.ps1 > parser.json
param([string] $Path = (Join-Path $PSScriptRoot 'parser.txt'))
$ops = @{ Plus='+'; Minus='-'; Multiply='*'; Divide='/'; Rem='%'; DotDot='..'; QuestionQuestion='??'; Exclaim='!'; Format='f'; Comma=',' }
function op($k) { $s = "$k"; if ($ops[$s]) { $ops[$s] } else { $s.ToLowerInvariant() -replace '^i(?=(eq|ne|gt|ge|lt|le|like|notlike|match|notmatch|replace|contains|notcontains|in|notin|split)$)' } }
function many($list) { ($list | ForEach-Object { t $_ }) -join ' ' }
function block($b) { '{' + (many $b.Statements) + '}' }
function num($v) { $v.GetType().Name + ':' + [string]::Format([cultureinfo]::InvariantCulture, '{0:R}', ($v -is [decimal] ? $v.ToString([cultureinfo]::InvariantCulture) : $v)) }
function str($s) { "'" + ($s -replace "`r", '\r' -replace "`n", '\n' -replace "`t", '\t') + "'" }
function name($p) { '$' + $p.UserPath }
function t($a) {
    switch ($a.GetType().Name) {
        PipelineAst {
            if ($a.PipelineElements.Count -eq 1 -and $a.PipelineElements[0] -is [System.Management.Automation.Language.CommandExpressionAst]) { t $a.PipelineElements[0].Expression }
            else { '(pipe ' + (($a.PipelineElements | ForEach-Object { if ($_ -is [System.Management.Automation.Language.CommandExpressionAst]) { t $_.Expression } else { t $_ } }) -join ' ') + ')' }
        }
        CommandAst {
            $name = $a.CommandElements[0]
            $text = if ($name -is [System.Management.Automation.Language.StringConstantExpressionAst]) { $name.Value } else { $name.Extent.Text }
            '(cmd ' + (str $text) + (-join ($a.CommandElements | Select-Object -Skip 1 | ForEach-Object { ' ' + (t $_) })) + ')'
        }
        CommandParameterAst { if ($a.ParameterName -eq '-') { '--' } elseif ($a.Argument) { "-$($a.ParameterName):" + (t $a.Argument) } else { "-$($a.ParameterName)" } }
        ConstantExpressionAst { num $a.Value }
        StringConstantExpressionAst { (str $a.Value) }
        ExpandableStringExpressionAst {
            '(expand' + (-join (& {
                $format = $a.GetType().GetProperty('FormatExpression', [Reflection.BindingFlags]'NonPublic,Instance').GetValue($a)
                foreach ($m in [regex]::Matches($format, '\{(\d+)\}|((?:\{\{|\}\}|[^{}])+)')) {
                    if ($m.Groups[1].Success) { ' ' + (t $a.NestedExpressions[[int]$m.Groups[1].Value]) } else { ' ' + (str ($m.Value -replace '\{\{', '{' -replace '\}\}', '}')) }
                } })) + ')'
        }
        VariableExpressionAst { if ($a.Splatted) { '@' + $a.VariablePath.UserPath } else { name $a.VariablePath } }
        BinaryExpressionAst { '(' + (op $a.Operator) + ' ' + (t $a.Left) + ' ' + (t $a.Right) + ')' }
        TernaryExpressionAst { '(?: ' + (t $a.Condition) + ' ' + (t $a.IfTrue) + ' ' + (t $a.IfFalse) + ')' }
        UnaryExpressionAst {
            switch ("$($a.TokenKind)") {
                PlusPlus { '(pre++ ' + (t $a.Child) + ')' }
                MinusMinus { '(pre-- ' + (t $a.Child) + ')' }
                PostfixPlusPlus { '(post++ ' + (t $a.Child) + ')' }
                PostfixMinusMinus { '(post-- ' + (t $a.Child) + ')' }
                default { '(' + (op $a.TokenKind) + ' ' + (t $a.Child) + ')' }
            }
        }
        ConvertExpressionAst { '(cast ' + $a.Type.TypeName.FullName + ' ' + (t $a.Child) + ')' }
        TypeExpressionAst { '(type ' + $a.TypeName.FullName + ')' }
        ArrayLiteralAst { '(, ' + (many $a.Elements) + ')' }
        ArrayExpressionAst { '@' + (block $a.SubExpression) }
        SubExpressionAst { '$' + (block $a.SubExpression) }
        ParenExpressionAst { '(paren ' + (t $a.Pipeline) + ')' }
        HashtableAst { '(hash' + (-join ($a.KeyValuePairs | ForEach-Object { ' ' + (t $_.Item1) + '=' + (t $_.Item2) })) + ')' }
        ScriptBlockExpressionAst { '(block ' + (block $a.ScriptBlock.EndBlock) + ')' }
        MemberExpressionAst { '(' + ($a.Static ? '::' : '.') + ' ' + (t $a.Expression) + ' ' + (t $a.Member) + ')' }
        InvokeMemberExpressionAst { '(' + ($a.Static ? '::' : '.') + 'call ' + (t $a.Expression) + ' ' + (t $a.Member) + (-join ($a.Arguments | Where-Object { $_ } | ForEach-Object { ' ' + (t $_) })) + ')' }
        IndexExpressionAst { '(index ' + (t $a.Target) + ' ' + (t $a.Index) + ')' }
        AssignmentStatementAst {
            $o = switch ("$($a.Operator)") { Equals { '=' } PlusEquals { '+=' } MinusEquals { '-=' } MultiplyEquals { '*=' } DivideEquals { '/=' } RemainderEquals { '%=' } QuestionQuestionEquals { '??=' } }
            "($o " + (t $a.Left) + ' ' + (t $a.Right) + ')'
        }
        CommandExpressionAst { t $a.Expression }
        IfStatementAst { '(if' + (-join ($a.Clauses | ForEach-Object { ' ' + (t $_.Item1) + ' ' + (block $_.Item2) })) + ($a.ElseClause ? ' else ' + (block $a.ElseClause) : '') + ')' }
        ForEachStatementAst { '(foreach ' + (t $a.Variable) + ' ' + (t $a.Condition) + ' ' + (block $a.Body) + ')' }
        ForStatementAst { '(for ' + ($a.Initializer ? (t $a.Initializer) : '_') + ' ' + ($a.Condition ? (t $a.Condition) : '_') + ' ' + ($a.Iterator ? (t $a.Iterator) : '_') + ' ' + (block $a.Body) + ')' }
        WhileStatementAst { '(while ' + (t $a.Condition) + ' ' + (block $a.Body) + ')' }
        DoWhileStatementAst { '(dowhile ' + (t $a.Condition) + ' ' + (block $a.Body) + ')' }
        DoUntilStatementAst { '(dountil ' + (t $a.Condition) + ' ' + (block $a.Body) + ')' }
        BreakStatementAst { '(break)' }
        ContinueStatementAst { '(continue)' }
        ReturnStatementAst { '(return' + ($a.Pipeline ? ' ' + (t $a.Pipeline) : '') + ')' }
        ExitStatementAst { '(exit' + ($a.Pipeline ? ' ' + (t $a.Pipeline) : '') + ')' }
        ThrowStatementAst { '(throw' + ($a.Pipeline ? ' ' + (t $a.Pipeline) : '') + ')' }
        TryStatementAst { '(try ' + (block $a.Body) + (-join ($a.CatchClauses | ForEach-Object { ' catch' + (-join ($_.CatchTypes | ForEach-Object { ' ' + $_.TypeName.FullName })) + ' ' + (block $_.Body) })) + ($a.Finally ? ' finally ' + (block $a.Finally) : '') + ')' }
        default { "<$_>" }
    }
}
$snippets = Get-Content $Path | ForEach-Object { $_ -replace '⏎', "`n" }
$snippets | ForEach-Object {
    $errors = $null
    $ast = [System.Management.Automation.Language.Parser]::ParseInput($_, [ref]$null, [ref]$errors)
    [ordered]@{ script = $_; tree = if ($errors) { 'error' } else { (block $ast.EndBlock) } }
} | ConvertTo-Json -Depth 3
