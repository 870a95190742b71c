// Forces that depend on the place of each particle alone, in double precision throughout (SINGLE is 0).

static real external_energy(
    const real x, const real y, const real z, const real *p, __global const real *data, real *fx, real *fy, real *fz)
{
    FORMULA
}

__kernel void external_forces(
    const int count, const int at, __global int *control, __global const double *table, __global const double *data,
    __global const double *x, __global const double *y, __global const double *z, const double force_scale,
    __global long *fx, __global long *fy, __global long *fz, const int wants_energy, const double energy_scale, __global long *sums,
    __global const int *slot_of, __global const int *members, __global const double *weights)
{
    const int n = get_global_id(0);
    if (n >= count || control[MOVED_AT] <= at || control[FAILED_AT] < at) return;
    double p[PARAMETERS + 1];
    for (int k = 0; k < PARAMETERS; k++) p[k] = table[k];
#if CHOSEN
    const int i = slot_of[members[n]];
    const double weight = weights[n];
#else
    const int i = n;
    const double weight = 1;
#endif
    double gx, gy, gz;
    const double energy = weight * external_energy(x[i], y[i], z[i], p, data, &gx, &gy, &gz);
    gx *= weight;
    gy *= weight;
    gz *= weight;
    const double qx = gx * force_scale, qy = gy * force_scale, qz = gz * force_scale;
    const bool fits = isfinite(energy) && fabs(qx) < FORCE_LIMIT && fabs(qy) < FORCE_LIMIT && fabs(qz) < FORCE_LIMIT;
    if (fits)
    {
        fx[i] += convert_long_rte(qx);
        fy[i] += convert_long_rte(qy);
        fz[i] += convert_long_rte(qz);
        if (wants_energy)
        {
            bool energy_fits = add_quanta(sums, i, 0, energy * energy_scale);
            energy_fits = add_quanta(sums, i, 1, x[i] * gx * energy_scale) && energy_fits;
            energy_fits = add_quanta(sums, i, 2, y[i] * gy * energy_scale) && energy_fits;
            energy_fits = add_quanta(sums, i, 3, z[i] * gz * energy_scale) && energy_fits;
            energy_fits = add_quanta(sums, i, 4, 0.5 * (x[i] * gy + y[i] * gx) * energy_scale) && energy_fits;
            energy_fits = add_quanta(sums, i, 5, 0.5 * (x[i] * gz + z[i] * gx) * energy_scale) && energy_fits;
            energy_fits = add_quanta(sums, i, 6, 0.5 * (y[i] * gz + z[i] * gy) * energy_scale) && energy_fits;
            if (!energy_fits) atomic_min(control + ENERGY_FAILED_AT, at);
        }
    }
    if (!fits) atomic_min(control + FAILED_AT, at);
}
