// Forces of bonds, angles and dihedrals, in double precision throughout (SINGLE is 0). MEMBERS is 2, 3 or 4.

typedef struct
{
    double x, y, z;
} vector;

static vector make(const double x, const double y, const double z)
{
    vector v;
    v.x = x;
    v.y = y;
    v.z = z;
    return v;
}

static double dot3(const vector a, const vector b) { return a.x * b.x + a.y * b.y + a.z * b.z; }
static vector cross3(const vector a, const vector b) { return make(a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x); }
static vector times(const double s, const vector a) { return make(s * a.x, s * a.y, s * a.z); }
static vector plus3(const vector a, const vector b) { return make(a.x + b.x, a.y + b.y, a.z + b.z); }
static vector minus3(const vector a, const vector b) { return make(a.x - b.x, a.y - b.y, a.z - b.z); }

// The shortest of the vectors that differ from d by periods. The lattice has the numbers of periods and of faces of the Voronoi cell, the
// periods, their duals, and the faces, each with the inverse of its square.
static vector nearest(__global const double *lattice, vector d)
{
    const int periods = (int)lattice[0], faces = (int)lattice[1];
    __global const double *basis = lattice + 2;
    __global const double *dual = basis + 3 * periods;
    __global const double *face = dual + 3 * periods;
    const vector start = d;
    for (int k = 0; k < periods; k++)
    {
        const double n = rint(dot3(start, make(dual[3 * k], dual[3 * k + 1], dual[3 * k + 2])));
        d = minus3(d, times(n, make(basis[3 * k], basis[3 * k + 1], basis[3 * k + 2])));
    }
    bool moved = isfinite(dot3(d, d)) != 0;
    while (moved)
    {
        moved = false;
        for (int k = 0; k < faces; k++)
        {
            const vector v = make(face[4 * k], face[4 * k + 1], face[4 * k + 2]);
            const double projection = dot3(d, v) * face[4 * k + 3];
            if (fabs(projection) > 0.5 + 1e-12)
            {
                d = minus3(d, times(rint(projection), v));
                moved = true;
            }
        }
    }
    return d;
}

static bool add_force(__global long *fx, __global long *fy, __global long *fz, const int slot, const vector f, const double scale)
{
    const double x = f.x * scale, y = f.y * scale, z = f.z * scale;
    if (!(fabs(x) < FORCE_LIMIT && fabs(y) < FORCE_LIMIT && fabs(z) < FORCE_LIMIT)) return false;
    atom_add(fx + slot, convert_long_rte(x));
    atom_add(fy + slot, convert_long_rte(y));
    atom_add(fz + slot, convert_long_rte(z));
    return true;
}

static bool add_virial(__global long *sums, const int bin, const vector r, const vector f, const double scale)
{
    bool fits = add_quanta(sums, bin, 1, r.x * f.x * scale);
    fits = add_quanta(sums, bin, 2, r.y * f.y * scale) && fits;
    fits = add_quanta(sums, bin, 3, r.z * f.z * scale) && fits;
    fits = add_quanta(sums, bin, 4, 0.5 * (r.x * f.y + r.y * f.x) * scale) && fits;
    fits = add_quanta(sums, bin, 5, 0.5 * (r.x * f.z + r.z * f.x) * scale) && fits;
    return add_quanta(sums, bin, 6, 0.5 * (r.y * f.z + r.z * f.y) * scale) && fits;
}

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
