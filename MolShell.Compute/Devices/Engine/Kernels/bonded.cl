// Forces of bonds, angles and dihedrals, in double precision throughout (SINGLE is 0). MEMBERS is 2, 3 or 4.

#if MEMBERS == 2
static real bonded_energy(const real r2, const real *p, __global const real *data, real *forceOverR)
#else
static real bonded_energy(const real cosine, const real sine, const real *p, __global const real *data, real *derivative)
#endif
{
    FORMULA
}

__kernel void bonded_forces(
    const int bonds, const int at, __global int *control, __global const int *members, __global const int *kinds, __global const double *table,
    __global const double *data, __global const int *slot_of, __global const double *lattice, const int minimum_image,
    __global const double *x, __global const double *y, __global const double *z, const double force_scale,
    __global long *fx, __global long *fy, __global long *fz, const int wants_energy, const double energy_scale, __global long *sums)
{
    const int b = get_global_id(0);
    if (b >= bonds || control[MOVED_AT] <= at || control[FAILED_AT] < at) return;
    double p[PARAMETERS + 1];
    for (int k = 0; k < PARAMETERS; k++) p[k] = table[kinds[b] * PARAMETERS + k];
    int slot[MEMBERS];
    vector place[MEMBERS];
    for (int k = 0; k < MEMBERS; k++)
    {
        slot[k] = slot_of[members[MEMBERS * b + k]];
        place[k] = make(x[slot[k]], y[slot[k]], z[slot[k]]);
    }

    real slope;
    double energy;
    bool fits = true;
    vector arm[MEMBERS - 1], force[MEMBERS - 1];
#if MEMBERS == 2
    arm[0] = minus3(place[0], place[1]);
    if (minimum_image) arm[0] = nearest(lattice, arm[0]);
    energy = bonded_energy(dot3(arm[0], arm[0]), p, data, &slope);
    force[0] = times(slope, arm[0]);
    fits = add_force(fx, fy, fz, slot[0], force[0], force_scale) && fits;
    fits = add_force(fx, fy, fz, slot[1], times(-1, force[0]), force_scale) && fits;
#elif MEMBERS == 3
    arm[0] = minus3(place[0], place[1]);
    arm[1] = minus3(place[2], place[1]);
    if (minimum_image)
    {
        arm[0] = nearest(lattice, arm[0]);
        arm[1] = nearest(lattice, arm[1]);
    }
    const double square0 = dot3(arm[0], arm[0]), square1 = dot3(arm[1], arm[1]);
    const double product = sqrt(square0 * square1);
    const vector normal = cross3(arm[0], arm[1]);
    const double cosine = dot3(arm[0], arm[1]) / product;
    energy = bonded_energy(cosine, sqrt(dot3(normal, normal)) / product, p, data, &slope);
    force[0] = times(slope, minus3(times(cosine / square0, arm[0]), times(1 / product, arm[1])));
    force[1] = times(slope, minus3(times(cosine / square1, arm[1]), times(1 / product, arm[0])));
    fits = add_force(fx, fy, fz, slot[0], force[0], force_scale) && fits;
    fits = add_force(fx, fy, fz, slot[2], force[1], force_scale) && fits;
    fits = add_force(fx, fy, fz, slot[1], times(-1, plus3(force[0], force[1])), force_scale) && fits;
#else
    // From the second to the first, from the third to the second, and from the third to the last.
    arm[0] = minus3(place[0], place[1]);
    arm[1] = minus3(place[1], place[2]);
    arm[2] = minus3(place[3], place[2]);
    if (minimum_image)
    {
        for (int k = 0; k < 3; k++) arm[k] = nearest(lattice, arm[k]);
    }
    const vector first = cross3(arm[0], arm[1]), last = cross3(arm[2], arm[1]);
    const double square0 = dot3(first, first), square1 = dot3(last, last), square = dot3(arm[1], arm[1]);
    const double axis = sqrt(square), product = sqrt(square0 * square1);
    energy = bonded_energy(dot3(first, last) / product, dot3(first, arm[2]) * axis / product, p, data, &slope);
    const vector start = times(slope * axis / square0, first), end = times(-slope * axis / square1, last);
    const vector turn = plus3(times(dot3(arm[0], arm[1]) / square, start), times(dot3(arm[2], arm[1]) / square, end));
    force[0] = start;
    force[1] = times(-1, turn);
    force[2] = end;
    fits = add_force(fx, fy, fz, slot[0], start, force_scale) && fits;
    fits = add_force(fx, fy, fz, slot[1], times(-1, plus3(start, turn)), force_scale) && fits;
    fits = add_force(fx, fy, fz, slot[2], minus3(turn, end), force_scale) && fits;
    fits = add_force(fx, fy, fz, slot[3], end, force_scale) && fits;
#endif
    fits = isfinite(energy) && fits;
    if (wants_energy && fits)
    {
        bool energy_fits = add_quanta(sums, b, 0, energy * energy_scale);
        for (int k = 0; k < MEMBERS - 1; k++) energy_fits = add_virial(sums, b, arm[k], force[k], energy_scale) && energy_fits;
        if (!energy_fits) atomic_min(control + ENERGY_FAILED_AT, at);
    }
    if (!fits) atomic_min(control + FAILED_AT, at);
}
