# How much of a crystal is left when its particles are displaced more and more: solid fraction, order and the largest solid cluster.
#
#   molshell examples/largest-nucleus.ps1 [-Repeat 6]
param(
    [int] $Repeat = 6   # unit cells along each axis
)

foreach ($noise in 0.05, 0.1, 0.15, 0.2) {
    $crystal = New-CrystalSystem -Structure Fcc -Repeat $Repeat -LatticeConstant 1.6 -Noise $noise -Seed 1
    $neighbors = $crystal | Get-ParticleNeighbor -Cutoff 1.4
    $order = $neighbors | Get-OrderParameter -L 6 -Averaged
    $solids = $neighbors | Get-SolidParticle -Rule Pyscal
    $largest = $solids | Group-ParticleCluster | Sort-Object Size -Descending | Select-Object -First 1
    [pscustomobject]@{
        Noise   = $noise
        MeanAq6 = $order.Means['aq6']
        Solid   = $solids.SolidCount
        Largest = if ($largest) { $largest.Size } else { 0 }
    }
}
