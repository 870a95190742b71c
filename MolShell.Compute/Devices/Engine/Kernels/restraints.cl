// Springs that hold particles at places, in double precision throughout (SINGLE is 0).

__kernel void restraint_forces(
    const int count, const int at, __global int *control, __global const int *members, __global const double *table,
    __global const int *slot_of, __global const double *lattice, __global const double *x, __global const double *y,
    __global const double *z, const double force_scale, __global long *fx, __global long *fy, __global long *fz, const int wants_energy,
    const double energy_scale, __global long *sums)
{
    const int n = get_global_id(0);
    if (n >= count || control[MOVED_AT] <= at || control[FAILED_AT] < at) return;
    const int i = slot_of[members[n]];
    const vector held = make(table[4 * n], table[4 * n + 1], table[4 * n + 2]);
    const double stiffness = table[4 * n + 3];
    const vector r = nearest(lattice, minus3(make(x[i], y[i], z[i]), held));
    const vector force = times(-stiffness, r);
    const double energy = 0.5 * stiffness * dot3(r, r);
    const bool fits = isfinite(energy) && add_force(fx, fy, fz, i, force, force_scale);
    if (fits && wants_energy)
    {
        // Strain moves the particle, and not the place.
        bool energy_fits = add_quanta(sums, n, 0, energy * energy_scale);
        energy_fits = add_virial(sums, n, plus3(held, r), force, energy_scale) && energy_fits;
        if (!energy_fits) atomic_min(control + ENERGY_FAILED_AT, at);
    }
    if (!fits) atomic_min(control + FAILED_AT, at);
}
