# An error of the script itself.
'before'
throw 'no good'
'after'
