# An error that ends the script.
$ErrorActionPreference = 'Stop'
'before'
New-DoubleWellSystem -Mass -1
'after'
