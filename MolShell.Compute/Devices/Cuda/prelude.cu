// OpenCL C in the words of CUDA C++, for kernels that keep to what both have (see common.cl). NVRTC has no headers of the system.
typedef unsigned int uint;
typedef unsigned long long ulong;

#ifndef NAN
#define NAN __int_as_float(0x7fffffff)
#endif
#undef isnan
#undef isfinite
#define isnan(x) ((x) != (x))
#define isfinite(x) (fabs(x) <= 1.7976931348623157e308)

#define CLK_LOCAL_MEM_FENCE 0
#define barrier(fence) __syncthreads()
#define GROUP_OF(items) __launch_bounds__(items)

static __device__ inline int get_global_id(int) { return (int)(blockIdx.x * blockDim.x + threadIdx.x); }
static __device__ inline int get_local_id(int) { return (int)threadIdx.x; }
static __device__ inline int get_group_id(int) { return (int)blockIdx.x; }

static __device__ inline int as_int(uint x) { return (int)x; }
static __device__ inline long long as_long(ulong x) { return (long long)x; }
static __device__ inline long long as_long(double x) { return __double_as_longlong(x); }
static __device__ inline long long convert_long_rte(float x) { return __float2ll_rn(x); }
static __device__ inline long long convert_long_rte(double x) { return __double2ll_rn(x); }
static __device__ inline uint mul_hi(uint x, uint y) { return __umulhi(x, y); }
static __device__ inline int clamp(int x, int low, int high) { return x < low ? low : x > high ? high : x; }

// Two's complement: the sum of signed numbers is that of unsigned ones.
static __device__ inline long long atom_add(long long *p, long long x) { return (long long)atomicAdd((ulong *)p, (ulong)x); }
static __device__ inline int atomic_inc(int *p) { return atomicAdd(p, 1); }
static __device__ inline int atomic_min(int *p, int x) { return atomicMin(p, x); }
static __device__ inline int atomic_max(int *p, int x) { return atomicMax(p, x); }

struct __align__(16) integers4
{
    long long x, y, z, w;
};

// From here on the words of OpenCL: long has 64 bits on every system.
#define long4 integers4
#define long long long
#define __kernel extern "C" __global__
#define __global
#define __local __shared__
#define static static __device__
