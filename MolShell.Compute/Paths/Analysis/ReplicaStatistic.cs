namespace MolShell.Compute.Paths.Analysis;

/// <summary>What became of one replica, which follows paths from ensemble to ensemble.</summary>
/// <param name="Replica">Number of the replica.</param>
/// <param name="Decorrelation">How fast its path forgets its past: exchanges change the ensemble and not the path, so only new frames count.</param>
public sealed record ReplicaStatistic(int Replica, Decorrelation Decorrelation)
{
    /// <summary>Number of decorrelated paths.</summary>
    public long DecorrelatedPaths => Decorrelation.Paths;

    /// <summary>Number of the first step whose path had no frame of the first one; null where there was none.</summary>
    public long? FirstDecorrelatedStep => Decorrelation.FirstStep;

    /// <summary>Mean number of steps from one decorrelated path to the next; null where there was none.</summary>
    public double? StepsPerDecorrelatedPath => Decorrelation.StepsPerPath;

    public override string ToString() => $"replica {Replica}: {Decorrelation}";
}
