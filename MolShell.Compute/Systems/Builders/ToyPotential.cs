namespace MolShell.Compute.Systems.Builders;

/// <summary>Potentials of one particle on a line or a plane, with scale s = 1 [energy]. Path sampling is tested on them.</summary>
public enum ToyPotential
{
    /// <summary>1-D: V = s (x^2 - 1)^2.</summary>
    DoubleWell,

    /// <summary>
    /// 2-D, the simple toy of OpenPathSampling: V = s (x^6 + y^6 - 0.7 exp(-12 (x+0.5)^2 - 0.5 y^2) - 0.7 exp(-12 (x-0.5)^2 - 0.5 y^2)).
    /// </summary>
    TwoWells,

    /// <summary>
    /// 2-D, three states A, B, C at a right angle (the MISTIS toy of OpenPathSampling): V = s (x^6 + y^6 - Gaussians exp(-12 d^2) at
    /// A (-0.5, -0.5), B (0.5, -0.5) and C (-0.5, 0.5)).
    /// </summary>
    ThreeStates,

    /// <summary>
    /// 2-D, three states A, B, C in a triangle (the MSTIS toy of OpenPathSampling): V = s (x^6 + y^6 - 0.7 times Gaussians exp(-12 d^2) at
    /// A (-0.5, -0.5), B (0.5, -0.5) and C (0, 0.4)).
    /// </summary>
    Triangle,

    /// <summary>2-D: the Mueller-Brown surface with its published numbers times s. Mueller and Brown 1979, doi:10.1007/BF00547608.</summary>
    MuellerBrown,

    /// <summary>
    /// 2-D: two deep wells joined by a direct channel and by a longer one through a shallow third well, so that temperature switches
    /// the way taken. Park et al. 2003; Metzner et al. 2006, doi:10.1063/1.2335447.
    /// </summary>
    EntropicSwitch,

    /// <summary>1-D to 3-D: V = s r^2/2.</summary>
    Harmonic,

    /// <summary>1-D to 3-D: a sum of given Gaussians and walls, times s.</summary>
    Gaussians,
}
