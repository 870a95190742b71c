// Vectors, nearest images, and sums of forces and virials of terms in double precision.

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
