// Sorts particles into cells by counting, and lists for each the neighbours within range.

static int cell_along(__global const double *frame, const int axis, const int cells, const double x, const double y, const double z)
{
    double s = along(frame, axis, x, y, z);
    s -= floor(s);
    return clamp((int)(s * cells), 0, cells - 1);
}

__kernel void find_cells(
    const int count, __global const double *frame, const int4 cells, __global const double *x, __global const double *y,
    __global const double *z, __global int *cell_of, __global int *sizes)
{
    const int i = get_global_id(0);
    if (i < count)
    {
        const int a = cell_along(frame, 0, cells.x, x[i], y[i], z[i]);
        const int b = cell_along(frame, 1, cells.y, x[i], y[i], z[i]);
        const int c = cell_along(frame, 2, cells.z, x[i], y[i], z[i]);
        const int cell = (c * cells.y + b) * cells.x + a;
        cell_of[i] = cell;
        atomic_inc(sizes + cell);
    }
}

// One group adds up all sizes to starts; each work item has a run of cells.
__kernel GROUP_OF(GROUP) void find_starts(const int cells, __global int *sizes, __global int *starts)
{
    __local int sums[GROUP];
    const int item = get_local_id(0);
    const int run = (cells + GROUP - 1) / GROUP;
    const int from = min(item * run, cells), to = min(from + run, cells);
    int sum = 0;
    for (int cell = from; cell < to; cell++) sum += sizes[cell];
    sums[item] = sum;
    barrier(CLK_LOCAL_MEM_FENCE);
    int start = 0;
    for (int k = 0; k < item; k++) start += sums[k];
    for (int cell = from; cell < to; cell++)
    {
        starts[cell] = start;
        start += sizes[cell];
        sizes[cell] = 0;
    }
    if (item == GROUP - 1) starts[cells] = start;
}

__kernel void find_order(const int count, __global const int *cell_of, __global const int *starts, __global int *filled, __global int *order)
{
    const int i = get_global_id(0);
    if (i < count) order[starts[cell_of[i]] + atomic_inc(filled + cell_of[i])] = i;
}

__kernel void gather(
    const int count, __global const int *order, __global const double *x, __global const double *y, __global const double *z,
    __global const double *vx, __global const double *vy, __global const double *vz, __global const int *id,
    __global double *x1, __global double *y1, __global double *z1, __global double *vx1, __global double *vy1, __global double *vz1, __global int *id1)
{
    const int i = get_global_id(0);
    if (i < count)
    {
        const int from = order[i];
        x1[i] = x[from];
        y1[i] = y[from];
        z1[i] = z[from];
        vx1[i] = vx[from];
        vy1[i] = vy[from];
        vz1[i] = vz[from];
        id1[i] = id[from];
    }
}

// Takes the sorted particles back, and all that goes with them.
__kernel void renew(
    const int count, __global const double *frame, __global const double *x1, __global const double *y1, __global const double *z1,
    __global const double *vx1, __global const double *vy1, __global const double *vz1, __global const int *id1,
    __global double *x, __global double *y, __global double *z, __global double *vx, __global double *vy, __global double *vz, __global int *id,
    __global int *slot_of, __global const int *type_of, __global const double *charge_of, __global double *charge, __global fixed4 *place,
    __global double *x0, __global double *y0, __global double *z0)
{
    const int i = get_global_id(0);
    if (i < count)
    {
        const int particle = id1[i];
        id[i] = particle;
        slot_of[particle] = i;
        charge[i] = charge_of[particle];
        x[i] = x0[i] = x1[i];
        y[i] = y0[i] = y1[i];
        z[i] = z0[i] = z1[i];
        vx[i] = vx1[i];
        vy[i] = vy1[i];
        vz[i] = vz1[i];
        place[i] = place_of(frame, x1[i], y1[i], z1[i], type_of[particle]);
    }
}

// New places of particles that stay in their slots; says whether one is too far out, or too far from where lists were made.
__kernel void find_places(
    const int count, __global const double *frame, __global const double *x, __global const double *y, __global const double *z,
    __global const double *x0, __global const double *y0, __global const double *z0, const double slack2, __global fixed4 *place,
    __global int *control)
{
    const int i = get_global_id(0);
    if (i < count)
    {
        const double dx = x[i] - x0[i], dy = y[i] - y0[i], dz = z[i] - z0[i];
        if (!(dx * dx + dy * dy + dz * dz <= slack2)) control[MOVED_AT] = 0;
        place[i] = place_of(frame, x[i], y[i], z[i], place[i].w);
    }
}

// Whether two particles in range may be neighbours: places along open edges repeat after a long way, and particles that far apart are none;
// nor are excluded ones.
static bool interact(
    const int i, const int j, __global const double *frame, __global const double *x, __global const double *y, __global const double *z,
    __global const int *id, __global const int *excluded_start, __global const int *excluded, const int has_excluded)
{
    bool interacts = true;
    for (int axis = 0; axis < 3; axis++)
    {
        if (frame[PERIODIC + axis] == 0)
        {
            interacts = interacts && fabs(along(frame, axis, x[i] - x[j], y[i] - y[j], z[i] - z[j])) < 0.5;
        }
    }
    if (has_excluded)
    {
        for (int k = excluded_start[id[i]]; k < excluded_start[id[i] + 1]; k++) interacts = interacts && excluded[k] != id[j];
    }
    return interacts;
}

// The first and the last cell beside a cell along one of three edges: each once.
static int first_beside(const int cell, const int cells) { return cells < 3 ? -cell : -1; }
static int last_beside(const int cell, const int cells) { return cells < 3 ? cells - 1 - cell : 1; }

// Each work item lists the neighbours of one particle. Where TILED, a group works off the particles of one cell, and those of the cells beside
// it stand in local memory, a group of them at a time.
__kernel GROUP_OF(LIST_GROUP) void list_neighbors(
    const int count, const int stride, const int capacity, const real range2, __global const double *frame, __global const real *edges,
    const int4 cells, __global const int *starts, __global const fixed4 *place, __global const double *x, __global const double *y,
    __global const double *z, __global const int *id, __global const int *excluded_start, __global const int *excluded,
    const int has_excluded, __global int *list, __global int *lengths, __global int *control)
{
    real cell[9];
    for (int k = 0; k < 9; k++) cell[k] = edges[k];
    const bool rectangular = frame[RECTANGULAR] != 0;
#if TILED
    __local fixed4 tile[LIST_GROUP];
    const int own_cell = get_group_id(0), item = get_local_id(0);
    const int a = own_cell % cells.x, b = own_cell / cells.x % cells.y, c = own_cell / (cells.x * cells.y);
    for (int i = starts[own_cell] + item; i - item < starts[own_cell + 1]; i += LIST_GROUP)
    {
    const bool active = i < starts[own_cell + 1];
#else
    const int i = get_global_id(0);
    if (i >= count) return;
    const int a = cell_along(frame, 0, cells.x, x[i], y[i], z[i]);
    const int b = cell_along(frame, 1, cells.y, x[i], y[i], z[i]);
    const int c = cell_along(frame, 2, cells.z, x[i], y[i], z[i]);
    const bool active = true;
#endif
    const fixed4 own = place[active ? i : 0];
    int found = 0;
    for (int w = first_beside(c, cells.z); w <= last_beside(c, cells.z); w++)
    for (int v = first_beside(b, cells.y); v <= last_beside(b, cells.y); v++)
    for (int u = first_beside(a, cells.x); u <= last_beside(a, cells.x); u++)
    {
        const int near = (((c + w + cells.z) % cells.z) * cells.y + (b + v + cells.y) % cells.y) * cells.x + (a + u + cells.x) % cells.x;
        const int end = starts[near + 1];
#if TILED
        for (int from = starts[near]; from < end; from += LIST_GROUP)
        {
            barrier(CLK_LOCAL_MEM_FENCE);
            if (from + item < end) tile[item] = place[from + item];
            barrier(CLK_LOCAL_MEM_FENCE);
            const int to = active ? min(from + LIST_GROUP, end) : from;
#else
        {
            const int from = starts[near], to = end;
#endif
            for (int j = from; j < to; j++)
            {
#if TILED
                const fixed4 other = tile[j - from];
#else
                const fixed4 other = place[j];
#endif
                real dx, dy, dz;
                separation(own, other, cell, rectangular, &dx, &dy, &dz);
                if (j == i || !(fma(dx, dx, fma(dy, dy, dz * dz)) < range2)) continue;
                if (!interact(i, j, frame, x, y, z, id, excluded_start, excluded, has_excluded)) continue;
                if (found < capacity) list[found * stride + i] = j;
                found++;
            }
        }
    }
    if (active)
    {
        lengths[i] = min(found, capacity);
        if (found > capacity) atomic_max(control + LONGEST, found);
    }
#if TILED
    }
#endif
}
