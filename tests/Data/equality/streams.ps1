# Verbose, warnings, what-if.
$toy = New-ToySystem DoubleWell
$toy | Start-MolecularDynamics 10 -ReportInterval 10 -Seed 1 -CheckpointPath a.chk -WhatIf
$toy | Start-MolecularDynamics 10 -ReportInterval 10 -Seed 1 -CheckpointPath a.chk -Verbose
$toy | Start-MolecularDynamics 20 -ReportInterval 10 -Seed 1 -CheckpointPath a.chk -Resume
New-CrystalSystem Fcc 2 -Density 1 -Noise 0.05 -Seed 1 | Add-SystemForce -Pair LennardJones -Cutoff 2 | Invoke-EnergyMinimization -MaximumStep 1 -WarningVariable w | Out-Null
"$w"
1..3 | Export-Plot p.svg -WhatIf
$toy | Start-MolecularDynamics 10 -ReportInterval 10 -Seed 1 -OutVariable frames | Out-Null
$frames.Count
