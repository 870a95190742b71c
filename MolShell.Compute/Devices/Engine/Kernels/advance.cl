// A step of the dynamics: completes velocities with new forces, and takes particles to their new positions.
// INTEGRATOR is 0 for velocity Verlet, 1 for BAOAB, 2 for overdamped Langevin dynamics.

static uint4 philox(const ulong key, const ulong counter, const uint c2, const uint c3)
{
    uint4 c = make_uint4((uint)counter, (uint)(counter >> 32), c2, c3);
    uint k0 = (uint)key, k1 = (uint)(key >> 32);
    for (int round = 0; round < 10; round++)
    {
        const uint p0 = 0xD2511F53u * c.x, h0 = mul_hi(0xD2511F53u, c.x);
        const uint p1 = 0xCD9E8D57u * c.z, h1 = mul_hi(0xCD9E8D57u, c.z);
        c = make_uint4(h1 ^ c.y ^ k0, p1, h0 ^ c.w ^ k1, p0);
        k0 += 0x9E3779B9u;
        k1 += 0xBB67AE85u;
    }
    return c;
}

static double radius(const uint word) { return sqrt(-2 * log((word + 0.5) * (1.0 / 4294967296.0))); }

__kernel void advance(
    const int count, const int dimension, const int finishes, const int moves, const int at, __global int *control,
    const ulong key, const ulong step, const double time_step, const double damping, const double quantum,
    __global const double *kick_of, __global const double *noise_of, __global const int *id,
    __global double *x, __global double *y, __global double *z, __global double *vx, __global double *vy, __global double *vz,
    __global long *fx, __global long *fy, __global long *fz, __global const double *x0, __global const double *y0, __global const double *z0,
    const double slack2, __global const double *frame, __global fixed4 *place)
{
    const int i = get_global_id(0);
    if (i >= count || control[MOVED_AT] < at || control[FAILED_AT] < at) return;
    const int particle = id[i];
    const double kick = kick_of[particle];
    const double ax = fx[i] * quantum, ay = fy[i] * quantum, az = fz[i] * quantum;
    double px = x[i], py = y[i], pz = z[i];
#if INTEGRATOR != 2
    double ux = vx[i], uy = vy[i], uz = vz[i];
    if (finishes)
    {
        ux += ax * kick;
        uy += ay * kick;
        uz += az * kick;
    }
#endif
#if INTEGRATOR != 0
    double rx = 0, ry = 0, rz = 0;
    if (moves)
    {
        const uint4 words = philox(key, step, (uint)particle, 0x4e4f524du);
        const double r = radius(words.x), turn = words.y * (2.0 / 4294967296.0);
        rx = r * cospi(turn);
        if (dimension > 1) ry = r * sinpi(turn);
        if (dimension > 2) rz = radius(words.z) * cospi(words.w * (2.0 / 4294967296.0));
    }
    const double noise = noise_of[particle];
#endif
    if (moves)
    {
#if INTEGRATOR == 0
        ux += ax * kick;
        uy += ay * kick;
        uz += az * kick;
        px += ux * time_step;
        py += uy * time_step;
        pz += uz * time_step;
#elif INTEGRATOR == 1
        const double half_step = 0.5 * time_step;
        ux += ax * kick;
        uy += ay * kick;
        uz += az * kick;
        px += ux * half_step;
        py += uy * half_step;
        pz += uz * half_step;
        ux = ux * damping + rx * noise;
        uy = uy * damping + ry * noise;
        uz = uz * damping + rz * noise;
        px += ux * half_step;
        py += uy * half_step;
        pz += uz * half_step;
#else
        px += ax * kick + rx * noise;
        py += ay * kick + ry * noise;
        pz += az * kick + rz * noise;
#endif
        x[i] = px;
        y[i] = py;
        z[i] = pz;
        fx[i] = 0;
        fy[i] = 0;
        fz[i] = 0;
        const double dx = px - x0[i], dy = py - y0[i], dz = pz - z0[i];
        if (!(dx * dx + dy * dy + dz * dz <= slack2)) control[MOVED_AT] = at;
        place[i] = place_of(frame, px, py, pz, place[i].w);
    }
#if INTEGRATOR != 2
    vx[i] = ux;
    vy[i] = uy;
    vz[i] = uz;
#endif
}
