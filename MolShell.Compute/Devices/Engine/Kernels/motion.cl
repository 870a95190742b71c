// Sums over the motion of all particles as integers, and changes of all velocities or positions. A term is m v^2 or m v along an axis; the
// quantum is a power of two that follows from the largest of them, as on the processor (MotionSum).

#define TERM_BITS 62
#define LARGEST_EXPONENT 1000

// Exponents are counted from above -OFFSET; 0 stands for no term but 0, and NOT_FINITE for one that is infinite or not a number.
#define OFFSET 5000
#define NOT_FINITE 100000

static double term_of(const double mass, const double v, const int is_square) { return is_square ? mass * v * v : mass * v; }

static int exponent_of(const double term) { return term == 0 ? 0 : isfinite(term) ? ilogb(term) + OFFSET : NOT_FINITE; }

__kernel void find_exponents(
    const int count, const int items, const int is_square, __global const double *mass_of, __global const int *id,
    __global const double *vx, __global const double *vy, __global const double *vz, __global int *exponents)
{
    const int item = get_global_id(0);
    if (item >= items) return;
    int x = 0, y = 0, z = 0;
    for (int i = item; i < count; i += items)
    {
        const double mass = mass_of[id[i]];
        x = max(x, exponent_of(term_of(mass, vx[i], is_square)));
        y = max(y, exponent_of(term_of(mass, vy[i], is_square)));
        z = max(z, exponent_of(term_of(mass, vz[i], is_square)));
    }
    atomic_max(exponents, x);
    atomic_max(exponents + 1, y);
    atomic_max(exponents + 2, z);
}

// The sums in quanta of 1/scale, and the exponents of the scales.
__kernel void add_motion(
    const int count, const int items, const int is_square, __global const double *mass_of, __global const int *id,
    __global const double *vx, __global const double *vy, __global const double *vz, __global const int *exponents, const int count_bits,
    __global long *sums)
{
    const int item = get_global_id(0);
    if (item >= items) return;
    int scale_of[3];
    long sum[3];
    for (int axis = 0; axis < 3; axis++)
    {
        scale_of[axis] = min(TERM_BITS - count_bits - (exponents[axis] - OFFSET + 1), LARGEST_EXPONENT);
        sum[axis] = 0;
    }
    const double scale_x = ldexp(1.0, scale_of[0]), scale_y = ldexp(1.0, scale_of[1]), scale_z = ldexp(1.0, scale_of[2]);
    for (int i = item; i < count; i += items)
    {
        const double mass = mass_of[id[i]];
        sum[0] += convert_long_rte(term_of(mass, vx[i], is_square) * scale_x);
        sum[1] += convert_long_rte(term_of(mass, vy[i], is_square) * scale_y);
        sum[2] += convert_long_rte(term_of(mass, vz[i], is_square) * scale_z);
    }
    for (int axis = 0; axis < 3; axis++)
    {
        const bool finite = exponents[axis] != NOT_FINITE;
        if (finite) atom_add(sums + axis, sum[axis]);
        if (item == 0) sums[3 + axis] = finite ? scale_of[axis] : NOT_FINITE;
    }
}

// Of velocities or positions.
__kernel void change_vectors(
    const int count, const double scale_x, const double scale_y, const double scale_z, const double shift_x, const double shift_y,
    const double shift_z, __global double *x, __global double *y, __global double *z)
{
    const int i = get_global_id(0);
    if (i >= count) return;
    x[i] = x[i] * scale_x + shift_x;
    y[i] = y[i] * scale_y + shift_y;
    z[i] = z[i] * scale_z + shift_z;
}
