// What all kernels share. SINGLE is 1 for mixed and 0 for double precision of pairs. Kernels keep to what OpenCL C and CUDA C++ have in
// common with the help of a prelude (prelude.cu): no vector literals, no pointers to local memory as arguments.
#ifdef __OPENCL_VERSION__
#pragma OPENCL EXTENSION cl_khr_fp64 : enable
#pragma OPENCL EXTENSION cl_khr_int64_base_atomics : enable
#pragma OPENCL FP_CONTRACT OFF
#define make_uint4(x, y, z, w) (uint4)(x, y, z, w)
#define GROUP_OF(items) __attribute__((reqd_work_group_size(items, 1, 1)))
#endif

#if SINGLE
typedef float real;
typedef int fixed;
typedef int4 fixed4;
#define STEPS 4294967296.0
#else
typedef double real;
typedef long fixed;
typedef long4 fixed4;
#define STEPS 18446744073709551616.0
#endif

// Places in the control block: the move after which lists are void, the moves whose forces and energies do not fit
// their units, the longest list.
#define MOVED_AT 0
#define FAILED_AT 1
#define ENERGY_FAILED_AT 2
#define LONGEST 3
#define NEVER 0x7fffffff

// Places in the frame: three dual vectors, three edges, flags.
#define DUAL 0
#define EDGE 9
#define PERIODIC 18
#define RECTANGULAR 21

// Energies and virials are added up in bins, each number in two words.
#define BINS 64
#define FORCE_LIMIT ((double)((long)1 << FORCE_BITS))
#define ENERGY_LIMIT ((double)((long)1 << ENERGY_BITS))

static double along(__global const double *frame, const int axis, const double x, const double y, const double z)
{
    __global const double *dual = frame + DUAL + 3 * axis;
    return dual[0] * x + dual[1] * y + dual[2] * z;
}

#if SINGLE
static fixed fixed_place(const double s) { return (int)convert_long_rte(s * STEPS); }
static fixed difference(const fixed a, const fixed b) { return as_int((uint)a - (uint)b); }
#else
static fixed fixed_place(const double s) { return (long)((ulong)(long)((s - rint(s)) * (STEPS / 4)) << 2); }
static fixed difference(const fixed a, const fixed b) { return as_long((ulong)a - (ulong)b); }
#endif

static fixed4 place_of(__global const double *frame, const double x, const double y, const double z, const int type)
{
    fixed4 place;
    place.x = fixed_place(along(frame, 0, x, y, z));
    place.y = fixed_place(along(frame, 1, x, y, z));
    place.z = fixed_place(along(frame, 2, x, y, z));
    place.w = type;
    return place;
}

// From the place b to a, the nearest image.
static void separation(const fixed4 a, const fixed4 b, const real *cell, const bool rectangular, real *dx, real *dy, real *dz)
{
    const real p = (real)difference(a.x, b.x), q = (real)difference(a.y, b.y), r = (real)difference(a.z, b.z);
    if (rectangular)
    {
        *dx = p * cell[0];
        *dy = q * cell[4];
        *dz = r * cell[8];
    }
    else
    {
        *dx = fma(p, cell[0], fma(q, cell[3], r * cell[6]));
        *dy = fma(p, cell[1], fma(q, cell[4], r * cell[7]));
        *dz = fma(p, cell[2], fma(q, cell[5], r * cell[8]));
    }
}

static bool add_quanta(__global long *sums, const int bin, const int what, const double quanta)
{
    const bool fits = fabs(quanta) < ENERGY_LIMIT;
    const long value = fits ? convert_long_rte(quanta) : 0;
    __global long *words = sums + 2 * (BINS * what + (bin & (BINS - 1)));
    atom_add(words, value & (long)0xffffffff);
    atom_add(words + 1, value >> 32);
    return fits;
}

static void add_long(__global long *sums, const int bin, const int what, const long value)
{
    __global long *words = sums + 2 * (BINS * what + (bin & (BINS - 1)));
    atom_add(words, value & (long)0xffffffff);
    atom_add(words + 1, value >> 32);
}
