namespace MolShell.Compute.Paths.Analysis.Rates;

/// <summary>How the crossing probabilities of the interfaces of a transition are found from their ensembles.</summary>
public enum CrossingEstimator
{
    /// <summary>
    /// All ensembles together. The equations of WHAM, and of MBAR on the outermost value of each path, have for nested ensembles the closed
    /// solution P(i+1|i) = sum of n_k(i+1) over k &lt;= i / sum of n_k(i) over k &lt;= i, with n_k(i) the paths of ensemble k beyond interface i.
    /// Ferrenberg, Swendsen 1989, doi:10.1103/PhysRevLett.63.1195; Shirts, Chodera 2008, doi:10.1063/1.2978177.
    /// </summary>
    Pooled,

    /// <summary>P(i+1|i) from the paths of ensemble i alone.</summary>
    Chained,
}
