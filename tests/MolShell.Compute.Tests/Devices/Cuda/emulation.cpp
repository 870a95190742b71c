// A driver and a runtime compiler of CUDA that run kernels on the processor: what MolShell calls, as strict as the real ones where that can
// find faults. A file "settings" beside the library says what it pretends to be: names and values.
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <set>
#include <string>
#include <unistd.h>

namespace
{
const char magic[] = "molshell-emulated";
std::set<void *> buffers;
thread_local void *current;
char context, stream;

std::string folder()
{
    Dl_info info;
    dladdr((void *)&folder, &info);
    std::string path = info.dli_fname;
    return path.substr(0, path.rfind('/'));
}

int setting(const char *name, int otherwise)
{
    FILE *file = fopen((folder() + "/settings").c_str(), "r");
    if (!file) return otherwise;
    char key[64];
    int value, found = otherwise;
    while (fscanf(file, "%63s %d", key, &value) == 2) found = strcmp(key, name) == 0 ? value : found;
    fclose(file);
    return found;
}

std::string read_file(const std::string &path)
{
    std::string text;
    char part[4096];
    FILE *file = fopen(path.c_str(), "rb");
    for (size_t n; file && (n = fread(part, 1, sizeof part, file)) > 0;) text.append(part, n);
    if (file) fclose(file);
    return text;
}

void write_file(const std::string &path, const std::string &text)
{
    FILE *file = fopen(path.c_str(), "wb");
    fwrite(text.data(), 1, text.size(), file);
    fclose(file);
}

std::string make_folder()
{
    char name[] = "/tmp/molshell-cuda-XXXXXX";
    return mkdtemp(name);
}

void remove_folder(const std::string &path)
{
    for (const char *file : {"kernels.cpp", "kernels.cu", "kernels.ptx", "kernels.so", "log"}) unlink((path + "/" + file).c_str());
    rmdir(path.c_str());
}

struct program
{
    std::string source, log, image;
};

// A function for each kernel that takes its arguments as addresses.
std::string launchers(const std::string &source)
{
    std::string text;
    for (size_t at = source.find("\n__kernel "); at != std::string::npos; at = source.find("\n__kernel ", at + 1))
    {
        size_t start = source.find("void ", at) + 5;
        std::string name = source.substr(start, source.find('(', start) - start);
        text += "\nextern \"C\" void launch_" + name + "(unsigned groups, unsigned group, void **arguments) { emulate(groups, group, arguments, &"
            + name + "); }";
    }
    return text;
}

bool needs_context() { return current != &context; }
}

extern "C"
{
int cuInit(unsigned) { return setting("init", 0); }
int cuDriverGetVersion(int *version) { return *version = setting("driver", 12040), 0; }
int cuDeviceGetCount(int *count) { return *count = setting("devices", 1), 0; }
int cuDeviceGet(int *device, int number) { return *device = number, 0; }
int cuDeviceGetName(char *name, int length, int) { return snprintf(name, length, "Emulated GPU"), 0; }
int cuDeviceTotalMem_v2(size_t *bytes, int) { return *bytes = (size_t)1 << 32, 0; }
int cuDeviceGetAttribute(int *value, int attribute, int)
{
    *value = attribute == 75 ? setting("major", 9) : attribute == 76 ? setting("minor", 0) : attribute == 16 ? 2
        : attribute == 1 ? 1024 : attribute == 8 ? 49152 : attribute == 10 ? 32 : -1;
    return 0;
}
int cuDevicePrimaryCtxRetain(void **made, int) { return *made = &context, 0; }
int cuDevicePrimaryCtxRelease_v2(int) { return 0; }
int cuCtxSetCurrent(void *made) { return current = made, 0; }
int cuStreamCreate(void **made, unsigned) { return needs_context() ? 201 : (*made = &stream, 0); }
int cuStreamDestroy_v2(void *) { return 0; }
int cuStreamSynchronize(void *given) { return given == &stream ? 0 : 400; }
int cuMemAlloc_v2(void **made, size_t bytes)
{
    if (needs_context() || bytes == 0) return needs_context() ? 201 : 1;
    if (bytes > (size_t)1 << 32) return 2;
    *made = malloc(bytes);
    memset(*made, 0xa5, bytes);
    buffers.insert(*made);
    return 0;
}
int cuMemFree_v2(void *buffer) { return needs_context() ? 201 : buffers.erase(buffer) ? (free(buffer), 0) : 1; }
int cuMemsetD8Async(void *buffer, unsigned char value, size_t bytes, void *given)
{
    if (needs_context() || given != &stream || !buffers.count(buffer)) return 1;
    memset(buffer, value, bytes);
    return 0;
}
int cuMemcpyHtoDAsync_v2(void *buffer, const void *host, size_t bytes, void *given)
{
    if (needs_context() || given != &stream || !buffers.count(buffer)) return 1;
    memcpy(buffer, host, bytes);
    return 0;
}
int cuMemcpyDtoHAsync_v2(void *host, void *buffer, size_t bytes, void *given)
{
    if (needs_context() || given != &stream || !buffers.count(buffer)) return 1;
    memcpy(host, buffer, bytes);
    return 0;
}
int cuModuleLoadData(void **made, const char *image)
{
    if (needs_context()) return 201;
    if (strncmp(image, magic, sizeof magic) != 0) return 200;
    size_t size;
    memcpy(&size, image + sizeof magic, sizeof size);
    std::string at = make_folder(), path = at + "/kernels.so";
    write_file(path, std::string(image + sizeof magic + sizeof size, size));
    *made = dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
    remove_folder(at);
    return *made ? 0 : 200;
}
int cuModuleUnload(void *module) { return dlclose(module); }
int cuModuleGetFunction(void **function, void *module, const char *name)
{
    *function = dlsym(module, (std::string("launch_") + name).c_str());
    return *function ? 0 : 500;
}
int cuFuncGetAttribute(int *value, int, void *) { return *value = 256, 0; }
int cuLaunchKernel(
    void *function, unsigned x, unsigned y, unsigned z, unsigned i, unsigned j, unsigned k, unsigned bytes, void *given, void **arguments,
    void **extra)
{
    if (needs_context() || given != &stream || y * z * j * k != 1 || bytes || extra || x == 0 || i == 0 || i > 1024) return 1;
    ((void (*)(unsigned, unsigned, void **))function)(x, i, arguments);
    return 0;
}
int cuGetErrorName(int status, const char **text)
{
    *text = status == 100 ? "CUDA_ERROR_NO_DEVICE" : status == 2 ? "CUDA_ERROR_OUT_OF_MEMORY" : status == 500 ? "CUDA_ERROR_NOT_FOUND"
        : status == 201 ? "CUDA_ERROR_INVALID_CONTEXT" : status == 1 ? "CUDA_ERROR_INVALID_VALUE" : nullptr;
    return *text ? 0 : 1;
}
int cuGetErrorString(int status, const char **text)
{
    *text = status == 100 ? "no CUDA-capable device is detected" : "an emulated error";
    return 0;
}

int nvrtcVersion(int *major, int *minor) { return *major = setting("nvrtc", 12), *minor = 4, 0; }
int nvrtcGetNumSupportedArchs(int *count) { return *count = 3, 0; }
int nvrtcGetSupportedArchs(int *known) { return known[0] = 50, known[1] = 80, known[2] = 90, 0; }
int nvrtcCreateProgram(program **made, const char *source, const char *, int, const char **, const char **)
{
    *made = new program{source, "", ""};
    return 0;
}
int nvrtcDestroyProgram(program **made) { return delete *made, 0; }
int nvrtcCompileProgram(program *made, int count, const char **options)
{
    for (int k = 0; k < count; k++)
    {
        if (strncmp(options[k], "--", 2) != 0) return 5;
        made->log += std::string(options[k]) + "\n";
    }
    const std::string end = "#define static static __device__\n";
    bool barriers = made->source.find("barrier(", made->source.find(end) + end.size()) != std::string::npos;
    std::string at = make_folder();
    write_file(at + "/kernels.cu", made->source);
    write_file(at + "/kernels.cpp", std::string("#define BARRIERS ") + (barriers ? "1\n" : "0\n") + "#include \"" + folder() + "/host.h\"\n#line 1\n"
        + made->source + launchers(made->source));
    // Contraction is off as with --fmad=false; symbols are those of this program, whatever others have.
    std::string command = "cd " + at + " && g++ -std=c++17 -O1 -w -fPIC -shared -fno-gnu-unique -Wl,-Bsymbolic -ffp-contract=off -o kernels.so kernels.cpp 2> log";
    bool failed = system(command.c_str()) != 0;
    if (!failed && setting("clang", 0))
    {
        // The same text as CUDA C++, to the code of NVIDIA's processors, by a compiler that knows them.
        command = "cd " + at + " && clang -x cuda --cuda-device-only --cuda-gpu-arch=sm_60 -nocudainc -nocudalib -std=c++14 -O1 -ffp-contract=off"
            " -Wall -Werror -Wno-unused-function -Wno-unused-variable -S -o kernels.ptx -include " + folder() + "/declarations.h kernels.cu 2> log && grep -q '\\.entry' kernels.ptx";
        failed = system(command.c_str()) != 0;
    }
    made->log += read_file(at + "/log");
    std::string code = read_file(at + "/kernels.so");
    size_t size = code.size();
    made->image = std::string(magic, sizeof magic) + std::string((const char *)&size, sizeof size) + code;
    remove_folder(at);
    return failed ? 6 : 0;
}
int nvrtcGetProgramLogSize(program *made, size_t *size) { return *size = made->log.size() + 1, 0; }
int nvrtcGetProgramLog(program *made, char *log) { return memcpy(log, made->log.c_str(), made->log.size() + 1), 0; }
int nvrtcGetCUBINSize(program *made, size_t *size) { return *size = made->image.size(), 0; }
int nvrtcGetCUBIN(program *made, char *image) { return memcpy(image, made->image.data(), made->image.size()), 0; }
int nvrtcGetPTXSize(program *made, size_t *size) { return nvrtcGetCUBINSize(made, size); }
int nvrtcGetPTX(program *made, char *image) { return nvrtcGetCUBIN(made, image); }
const char *nvrtcGetErrorString(int status) { return status == 6 ? "NVRTC_ERROR_COMPILATION" : status == 5 ? "NVRTC_ERROR_INVALID_OPTION" : "NVRTC_ERROR"; }
}
