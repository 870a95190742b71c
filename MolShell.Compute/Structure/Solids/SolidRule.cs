namespace MolShell.Compute.Structure.Solids;

/// <summary>The published rules by which a particle is solid, from the correlations s_ij of its bond-order vector with those of its neighbours.</summary>
public enum SolidRule
{
    /// <summary>At least 7 bonds with s_ij > 0.5. ten Wolde, Ruiz-Montero, Frenkel 1996, doi:10.1063/1.471721.</summary>
    TenWoldeFrenkel,

    /// <summary>
    /// More than 6 bonds with s_ij > 0.5, or more than a fraction of the neighbours, and a mean of s_ij above 0.6. The rule that pyscal describes;
    /// its versions 2 and 3 count every neighbour as a bond.
    /// </summary>
    Pyscal,

    /// <summary>At least 7 bonds with s_ij > 0.7, and clusters along these bonds only. The rule of freud.</summary>
    Freud,
}
