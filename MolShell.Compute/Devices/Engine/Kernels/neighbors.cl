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

__kernel void list_neighbors(
    const int count, const int stride, const int capacity, const real range2, __global const double *frame, __global const real *edges,
    const int4 cells, __global const int *starts, __global const fixed4 *place, __global const double *x, __global const double *y,
    __global const double *z, __global const int *id, __global const int *excluded_start, __global const int *excluded, const int has_excluded,
    __global int *list, __global int *lengths, __global int *control)
{
    const int i = get_global_id(0);
    if (i >= count) return;
    real cell[9];
    for (int k = 0; k < 9; k++) cell[k] = edges[k];
    const bool rectangular = frame[RECTANGULAR] != 0;
    const bool open = frame[PERIODIC] == 0 || frame[PERIODIC + 1] == 0 || frame[PERIODIC + 2] == 0;
    const fixed4 own = place[i];
    const int a = cell_along(frame, 0, cells.x, x[i], y[i], z[i]);
    const int b = cell_along(frame, 1, cells.y, x[i], y[i], z[i]);
    const int c = cell_along(frame, 2, cells.z, x[i], y[i], z[i]);
    const int first = has_excluded ? excluded_start[id[i]] : 0;
    const int last = has_excluded ? excluded_start[id[i] + 1] : 0;
    int found = 0;
    for (int w = cells.z < 3 ? -c : -1; w <= (cells.z < 3 ? cells.z - 1 - c : 1); w++)
    for (int v = cells.y < 3 ? -b : -1; v <= (cells.y < 3 ? cells.y - 1 - b : 1); v++)
    for (int u = cells.x < 3 ? -a : -1; u <= (cells.x < 3 ? cells.x - 1 - a : 1); u++)
    {
        const int near = (((c + w + cells.z) % cells.z) * cells.y + (b + v + cells.y) % cells.y) * cells.x + (a + u + cells.x) % cells.x;
        for (int j = starts[near]; j < starts[near + 1]; j++)
        {
            real dx, dy, dz;
            separation(own, place[j], cell, rectangular, &dx, &dy, &dz);
            if (j == i || !(fma(dx, dx, fma(dy, dy, dz * dz)) < range2)) continue;
            bool interacts = true;
            if (open)
            {
                // Places along open edges repeat after a long way; particles that far apart are no neighbours.
                for (int axis = 0; axis < 3; axis++)
                {
                    const double s = along(frame, axis, x[i] - x[j], y[i] - y[j], z[i] - z[j]);
                    interacts = interacts && (frame[PERIODIC + axis] != 0 || fabs(s) < 0.5);
                }
            }
            for (int k = first; k < last; k++) interacts = interacts && excluded[k] != id[j];
            if (interacts)
            {
                if (found < capacity) list[found * stride + i] = j;
                found++;
            }
        }
    }
    lengths[i] = min(found, capacity);
    if (found > capacity) atomic_max(control + LONGEST, found);
}
