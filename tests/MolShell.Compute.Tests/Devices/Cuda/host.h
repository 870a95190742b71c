// What kernels in CUDA C++ need from the language and from CUDA, on the processor and in the order of one thread. Work items of a group with
// barriers are fibers that take turns.
#define ulong ulong_of_the_system
#define uint uint_of_the_system
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <ucontext.h>
#include <utility>
#undef ulong
#undef uint

using std::atan2;
using std::exp;
using std::fabs;
using std::floor;
using std::fma;
using std::fmax;
using std::fmin;
using std::ilogb;
using std::ldexp;
using std::log;
using std::rint;
using std::sqrt;

#define __global__
#define __device__
#define __shared__ static
#define __launch_bounds__(items)
#define __align__(bytes) alignas(bytes)

struct __align__(16) uint4
{
    unsigned x, y, z, w;
};
struct __align__(16) int4
{
    int x, y, z, w;
};
static struct
{
    unsigned x, y, z;
} threadIdx, blockIdx, blockDim;

static uint4 make_uint4(unsigned x, unsigned y, unsigned z, unsigned w) { return {x, y, z, w}; }
static double cospi(double x) { return std::cos(M_PI * x); }
static double sinpi(double x) { return std::sin(M_PI * x); }
static int min(int x, int y) { return x < y ? x : y; }
static int max(int x, int y) { return x > y ? x : y; }
static float min(float x, float y) { return fmin(x, y); }
static float max(float x, float y) { return fmax(x, y); }
static double min(double x, double y) { return fmin(x, y); }
static double max(double x, double y) { return fmax(x, y); }
static long long __double2ll_rn(double x) { return llrint(x); }
static long long __float2ll_rn(float x) { return llrintf(x); }
static unsigned __umulhi(unsigned x, unsigned y) { return (unsigned long long)x * y >> 32; }
static long long __double_as_longlong(double x)
{
    long long bits;
    memcpy(&bits, &x, sizeof bits);
    return bits;
}

template <class T> T exchange(T *p, T x)
{
    T old = *p;
    *p = x;
    return old;
}
static unsigned long long atomicAdd(unsigned long long *p, unsigned long long x) { return exchange(p, *p + x); }
static int atomicAdd(int *p, int x) { return exchange(p, *p + x); }
static int atomicMin(int *p, int x) { return exchange(p, min(*p, x)); }
static int atomicMax(int *p, int x) { return exchange(p, max(*p, x)); }

// Fibers: each turn takes all work items of a group to the next barrier, or all of them to their ends.
static ucontext_t scheduler, *running;
static bool at_barrier;
static void __syncthreads()
{
    at_barrier = true;
    swapcontext(running, &scheduler);
}

template <class F> struct fibers
{
    static constexpr size_t stack = 1 << 16;
    static inline F *body;
    static void enter() { (*body)(); }

    static void run(unsigned count, F f)
    {
        body = &f;
        ucontext_t *items = new ucontext_t[count];
        char *stacks = (char *)malloc(count * stack);
        for (unsigned i = 0; i < count; i++)
        {
            getcontext(items + i);
            items[i].uc_stack.ss_sp = stacks + i * stack;
            items[i].uc_stack.ss_size = stack;
            items[i].uc_link = &scheduler;
            makecontext(items + i, enter, 0);
        }
        for (unsigned waiting = count; waiting > 0;)
        {
            waiting = 0;
            for (unsigned i = 0; i < count; i++)
            {
                threadIdx.x = i;
                running = items + i;
                at_barrier = false;
                swapcontext(&scheduler, running);
                waiting += at_barrier;
            }
            if (waiting != 0 && waiting != count) abort();
        }
        free(stacks);
        delete[] items;
    }
};

template <class... A, size_t... I> void call(void (*f)(A...), void **arguments, std::index_sequence<I...>)
{
    f(*(A *)arguments[I]...);
}

template <class... A> void emulate(unsigned groups, unsigned group, void **arguments, void (*f)(A...))
{
    blockDim.x = group;
    for (blockIdx.x = 0; blockIdx.x < groups; blockIdx.x++)
    {
        auto item = [&] { call(f, arguments, std::index_sequence_for<A...>()); };
#if BARRIERS
        fibers<decltype(item)>::run(group, item);
#else
        for (threadIdx.x = 0; threadIdx.x < group; threadIdx.x++) item();
#endif
    }
}
