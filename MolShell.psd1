@{
    RootModule           = 'MolShell.dll'
    ModuleVersion        = '0.1.0'
    GUID                 = '4b0f6f0e-6f0b-4c39-9a35-6b0f2c1d8e57'
    Author               = 'The MolShell developers'
    CompanyName          = 'The MolShell developers'
    Copyright            = 'The MolShell developers. MIT licence.'
    Description          = 'Molecular simulation in the pipeline: systems, dynamics, collective variables, transition path sampling, free energies and plots.'
    PowerShellVersion    = '7.6'
    CompatiblePSEditions = @('Core')
    FormatsToProcess     = @(
        'Formats/MolShell.Systems.format.ps1xml'
        'Formats/MolShell.Devices.format.ps1xml'
        'Formats/MolShell.Dynamics.format.ps1xml'
        'Formats/MolShell.Engines.format.ps1xml'
        'Formats/MolShell.Paths.format.ps1xml'
        'Formats/MolShell.PathAnalysis.format.ps1xml'
        'Formats/MolShell.Variables.format.ps1xml'
        'Formats/MolShell.Structure.format.ps1xml'
    )
    CmdletsToExport      = @(
        'Add-SystemForce'
        'Export-PathSampling'
        'Export-Plot'
        'Export-Trajectory'
        'Export-TrajectoryView'
        'Get-CollectiveVariable'
        'Get-ComputeDevice'
        'Get-OrderParameter'
        'Get-ParticleNeighbor'
        'Get-PathTree'
        'Get-SolidParticle'
        'Get-VoronoiCell'
        'Group-ParticleCluster'
        'Import-PathSampling'
        'Import-Trajectory'
        'Invoke-EnergyMinimization'
        'Invoke-InterfacePlacement'
        'Measure-Committor'
        'Measure-FreeEnergy'
        'Measure-PathChannel'
        'Measure-PathDensity'
        'Measure-PathStatistic'
        'Measure-PotentialEnergy'
        'Measure-ReactiveFlux'
        'Measure-ResidenceTime'
        'Measure-ShootingPoint'
        'Measure-ShootingRate'
        'Measure-TransitionRate'
        'New-CollectiveVariable'
        'New-CrystalSystem'
        'New-DoubleWellSystem'
        'New-GromacsEngine'
        'New-Integrator'
        'New-LammpsEngine'
        'New-MoveScheme'
        'New-PathEnsemble'
        'New-PathMover'
        'New-PathNetwork'
        'New-StateVolume'
        'New-ToySystem'
        'Show-Plot'
        'Start-MolecularDynamics'
        'Start-PathSampling'
        'Test-ForceConsistency'
    )
    FunctionsToExport    = @()
    AliasesToExport      = @()
    VariablesToExport    = @()
    PrivateData          = @{
        PSData = @{
            Tags         = @(
                'PSEdition_Core', 'Windows', 'Linux', 'MacOS', 'science', 'chemistry', 'physics', 'simulation',
                'molecular-dynamics', 'transition-path-sampling', 'rare-events', 'free-energy'
            )
            ReleaseNotes = 'See CHANGELOG.md.'
        }
    }
}
