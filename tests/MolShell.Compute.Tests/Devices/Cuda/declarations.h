// What NVRTC knows without headers and kernels use, for a compiler that knows CUDA's language alone (clang -nocudainc).
#define __global__ __attribute__((global))
#define __device__ __attribute__((device))
#define __shared__ __attribute__((shared))
#define __launch_bounds__(items) __attribute__((launch_bounds(items)))
#define __align__(bytes) __attribute__((aligned(bytes)))

struct __align__(16) uint4
{
    unsigned x, y, z, w;
};
struct __align__(16) int4
{
    int x, y, z, w;
};
struct dimensions
{
    unsigned x, y, z;
};
extern const __device__ dimensions threadIdx, blockIdx, blockDim;

static inline __device__ uint4 make_uint4(unsigned x, unsigned y, unsigned z, unsigned w) { return {x, y, z, w}; }
#define FOR_BOTH(name) extern "C" __device__ double name(double); extern __device__ float name(float);
FOR_BOTH(sqrt)
FOR_BOTH(exp)
FOR_BOTH(log)
FOR_BOTH(rint)
FOR_BOTH(floor)
FOR_BOTH(fabs)
FOR_BOTH(cospi)
FOR_BOTH(sinpi)
#define FOR_TWO(name) extern "C" __device__ double name(double, double); extern __device__ float name(float, float);
FOR_TWO(fmin)
FOR_TWO(fmax)
FOR_TWO(atan2)
extern "C" __device__ int ilogb(double);
extern "C" __device__ double ldexp(double, int);
extern __device__ int min(int, int);
extern __device__ float min(float, float);
extern __device__ double min(double, double);
extern __device__ int max(int, int);
extern __device__ float max(float, float);
extern __device__ double max(double, double);
extern "C" __device__ double fma(double, double, double);
extern __device__ float fma(float, float, float);
extern "C" __device__ long long __double2ll_rn(double);
extern "C" __device__ long long __float2ll_rn(float);
extern "C" __device__ long long __double_as_longlong(double);
extern "C" __device__ float __int_as_float(int);
extern "C" __device__ unsigned __umulhi(unsigned, unsigned);
extern __device__ unsigned long long atomicAdd(unsigned long long *, unsigned long long);
extern __device__ int atomicAdd(int *, int);
extern __device__ int atomicMin(int *, int);
extern __device__ int atomicMax(int *, int);
