namespace Benchmarks.Forces;

/// <summary>What a timed run of MolShell came to.</summary>
/// <param name="StepsPerSecond">Of all replicas together.</param>
/// <param name="StartEnergy">Total energy before the warm-up [energy].</param>
/// <param name="EndEnergy">Total energy at the end [energy].</param>
/// <param name="Steps">Steps between.</param>
/// <param name="StateMemory">Memory that the run holds besides its neighbour lists, and the system that it runs [bytes].</param>
/// <param name="ListMemory">Memory of its neighbour lists [bytes].</param>
internal readonly record struct EngineRun(
    double StepsPerSecond, double StartEnergy, double EndEnergy, long Steps, long StateMemory = 0, long ListMemory = 0);
