// The sum of a pair potential over all pairs and their images, for cutoffs beyond half the box and for none, in double precision throughout
// (SINGLE is 0). Where TILED, the particles that a group of work items meets next stand in local memory.

static real pair_energy(const real r2, const real *p, __global const real *data, const real chargeProduct, real *forceOverR)
{
    FORMULA
}

typedef struct
{
    long x, y, z;
    long energy[7];
    bool fits, energy_fits;
} image_sums;

// Adds what the images of a particle at distance d do. The first of the shifts is none, which is left out for the particle itself and where
// the pair is excluded.
static void add_images(
    const vector d, const int first, const int shift_count, __global const double *shifts, const real *p, __global const real *data,
    const double product, const double force_scale, const double energy_scale, image_sums *sum)
{
    for (int s = first; s < shift_count; s++)
    {
        const vector r = plus3(d, make(shifts[3 * s], shifts[3 * s + 1], shifts[3 * s + 2]));
        const double r2 = dot3(r, r);
        if (r2 < p[PARAMETERS])
        {
            real slope;
            const double energy = pair_energy(r2, p, data, product, &slope) * energy_scale;
            const vector force = times(slope, r), quanta = times(force_scale, force), f = times(energy_scale, force);
            if (!(fabs(quanta.x) < FORCE_LIMIT && fabs(quanta.y) < FORCE_LIMIT && fabs(quanta.z) < FORCE_LIMIT) || isnan(energy))
            {
                sum->fits = false;
                continue;
            }
            sum->x += convert_long_rte(quanta.x);
            sum->y += convert_long_rte(quanta.y);
            sum->z += convert_long_rte(quanta.z);
            if (!(fabs(energy) + fabs(r.x * f.x) + fabs(r.y * f.y) + fabs(r.z * f.z) < ENERGY_LIMIT))
            {
                sum->energy_fits = false;
                continue;
            }
            sum->energy[0] += convert_long_rte(energy);
            sum->energy[1] += convert_long_rte(r.x * f.x);
            sum->energy[2] += convert_long_rte(r.y * f.y);
            sum->energy[3] += convert_long_rte(r.z * f.z);
            sum->energy[4] += convert_long_rte(r.x * f.y);
            sum->energy[5] += convert_long_rte(r.x * f.z);
            sum->energy[6] += convert_long_rte(r.y * f.z);
        }
    }
}

// What work items need of a particle.
typedef struct
{
    vector r;
    double charge;
    int id, type;
} image_particle;

static image_particle load_particle(
    const int i, __global const double *x, __global const double *y, __global const double *z, __global const double *charge,
    __global const int *id, __global const int *type_of)
{
    image_particle particle;
    particle.r = make(x[i], y[i], z[i]);
    particle.charge = charge[i];
    particle.id = id[i];
    particle.type = type_of[id[i]];
    return particle;
}

static void meet(
    const image_particle a, const image_particle b, __global const double *lattice, const int shift_count, __global const double *shifts,
    __global const real *table, const int types, __global const real *data, __global const int *excluded_start,
    __global const int *excluded, const int has_excluded, const double force_scale, const double energy_scale, image_sums *sum)
{
    real p[PARAMETERS + 1];
    for (int k = 0; k <= PARAMETERS; k++) p[k] = table[(a.type * types + b.type) * (PARAMETERS + 1) + k];
    int first = a.id == b.id;
    if (has_excluded)
    {
        for (int k = excluded_start[a.id]; k < excluded_start[a.id + 1]; k++) first = first || excluded[k] == b.id;
    }
    const vector d = nearest(lattice, minus3(a.r, b.r));
    add_images(d, first, shift_count, shifts, p, data, a.charge * b.charge, force_scale, energy_scale, sum);
}

__kernel GROUP_OF(GROUP) void image_forces(
    const int count, const int at, __global int *control, __global const double *x, __global const double *y, __global const double *z,
    __global const double *charge, __global const int *id, __global const int *type_of, __global const double *lattice,
    const int shift_count, __global const double *shifts, __global const real *table, const int types, __global const real *data,
    __global const int *excluded_start, __global const int *excluded, const int has_excluded, const double force_scale,
    __global long *fx, __global long *fy, __global long *fz, const int wants_energy, const double energy_scale, __global long *sums)
{
    const int i = get_global_id(0);
    const bool active = i < count && control[MOVED_AT] > at && control[FAILED_AT] >= at;
    image_particle own;
    if (active) own = load_particle(i, x, y, z, charge, id, type_of);
    image_sums sum;
    sum.x = sum.y = sum.z = 0;
    for (int k = 0; k < 7; k++) sum.energy[k] = 0;
    sum.fits = sum.energy_fits = true;
#if TILED
    __local image_particle tile[GROUP];
    for (int from = 0; from < count; from += GROUP)
    {
        const int j = from + get_local_id(0), length = min(GROUP, count - from);
        if (j < count) tile[get_local_id(0)] = load_particle(j, x, y, z, charge, id, type_of);
        barrier(CLK_LOCAL_MEM_FENCE);
        for (int k = 0; active && k < length; k++)
        {
            const image_particle other = tile[k];
            meet(own, other, lattice, shift_count, shifts, table, types, data, excluded_start, excluded, has_excluded, force_scale,
                energy_scale, &sum);
        }
        barrier(CLK_LOCAL_MEM_FENCE);
    }
#else
    for (int j = 0; active && j < count; j++)
    {
        const image_particle other = load_particle(j, x, y, z, charge, id, type_of);
        meet(own, other, lattice, shift_count, shifts, table, types, data, excluded_start, excluded, has_excluded, force_scale,
            energy_scale, &sum);
    }
#endif
    if (!active) return;
    if (!sum.fits)
    {
        atomic_min(control + FAILED_AT, at);
        return;
    }
    fx[i] += sum.x;
    fy[i] += sum.y;
    fz[i] += sum.z;
    if (wants_energy)
    {
        for (int k = 0; k < 7; k++) add_long(sums, i, k, sum.energy[k]);
        if (!sum.energy_fits) atomic_min(control + ENERGY_FAILED_AT, at);
    }
}
