namespace Benchmarks.Forces;

/// <summary>What a timed run of MolShell came to.</summary>
/// <param name="StepsPerSecond">Of all replicas together.</param>
/// <param name="StartEnergy">Total energy before the warm-up [energy].</param>
/// <param name="EndEnergy">Total energy at the end [energy].</param>
/// <param name="Steps">Steps between.</param>
/// <param name="RunMemory">Resident memory that the run took [bytes].</param>
internal readonly record struct EngineRun(double StepsPerSecond, double StartEnergy, double EndEnergy, long Steps, long RunMemory);
