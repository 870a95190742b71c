// The sum over neighbours of a pair potential. Each pair's force is rounded to an integer, so that the sums are exact in any order.

// A processor rounds without a branch by adding a number that leaves the integer in the low bits; it must be below 2^51.
#if PROCESSOR
#define BIAS 6755399441055744.0
static long round_force(const real x) { return as_long((double)x + BIAS) - as_long(BIAS); }
#else
static long round_force(const real x) { return convert_long_rte(x); }
#endif

static real pair_energy(const real r2, const real *p, __global const real *data, const real chargeProduct, real *forceOverR)
{
    FORMULA
}

__kernel void pair_forces(
    const int count, const int stride, const int at, __global int *control, __global const int *list, __global const int *lengths,
    __global const fixed4 *place, __global const double *frame, __global const real *edges, __global const real *table, const int types,
    __global const real *data, __global const double *charge, const real force_scale, const real limit, const int shift,
    __global long *fx, __global long *fy, __global long *fz
#if ENERGY
    , const real energy_scale, const real virial_scale, __global long *sums
#endif
    )
{
    const int i = get_global_id(0);
    if (i >= count || control[MOVED_AT] <= at || control[FAILED_AT] < at) return;
    real cell[9];
    for (int k = 0; k < 9; k++) cell[k] = edges[k];
    const int rectangular = (int)frame[RECTANGULAR];
    const fixed4 own = place[i];
    real p[PARAMETERS + 1];
#if UNIFORM
    for (int k = 0; k <= PARAMETERS; k++) p[k] = table[k];
#endif
    const int neighbors = lengths[i];
    long sum_x = 0, sum_y = 0, sum_z = 0;
    bool fits = true;
#if ENERGY
    bool energy_fits = true;
    long u = 0, xx = 0, yy = 0, zz = 0, xy = 0, xz = 0, yz = 0;
#endif
    for (int n = 0; n < neighbors; n++)
    {
        const int j = list[n * stride + i];
        const fixed4 other = place[j];
        real dx, dy, dz;
        separation(own, other, cell, rectangular, &dx, &dy, &dz);
        const real r2 = fma(dx, dx, fma(dy, dy, dz * dz));
#if !UNIFORM
        for (int k = 0; k <= PARAMETERS; k++) p[k] = table[(own.w * types + other.w) * (PARAMETERS + 1) + k];
#endif
        if (r2 < p[PARAMETERS])
        {
#if CHARGES
            const real product = (real)(charge[i] * charge[j]);
#else
            const real product = 0;
#endif
            real force;
            const real energy = pair_energy(r2, p, data, product, &force);
            force *= force_scale;
            const real x = force * dx, y = force * dy, z = force * dz;
            if (!(fabs(x) + fabs(y) + fabs(z) < limit) || isnan(energy))
            {
                fits = false;
                continue;
            }
            sum_x += round_force(x);
            sum_y += round_force(y);
            sum_z += round_force(z);
#if ENERGY
            const real w = virial_scale;
            if (!(fabs(energy * energy_scale) + (fabs(x * dx) + fabs(y * dy) + fabs(z * dz)) * w < (real)ENERGY_LIMIT))
            {
                energy_fits = false;
                continue;
            }
            u += convert_long_rte(energy * energy_scale);
            xx += convert_long_rte(x * dx * w);
            yy += convert_long_rte(y * dy * w);
            zz += convert_long_rte(z * dz * w);
            xy += convert_long_rte(x * dy * w);
            xz += convert_long_rte(x * dz * w);
            yz += convert_long_rte(y * dz * w);
#endif
        }
    }
    fx[i] += sum_x << shift;
    fy[i] += sum_y << shift;
    fz[i] += sum_z << shift;
#if ENERGY
    add_long(sums, i, 0, u);
    add_long(sums, i, 1, xx);
    add_long(sums, i, 2, yy);
    add_long(sums, i, 3, zz);
    add_long(sums, i, 4, xy);
    add_long(sums, i, 5, xz);
    add_long(sums, i, 6, yz);
    if (!energy_fits) atomic_min(control + ENERGY_FAILED_AT, at);
#endif
    if (!fits) atomic_min(control + FAILED_AT, at);
}
