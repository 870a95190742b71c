# An exit code of the script.
'before'
exit 7
'after'
