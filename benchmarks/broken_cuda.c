// A CUDA whose kernels crash, hang or do nothing, for benchmarks/gpu_broken.py. Put before the real one by LD_PRELOAD:
// cc -shared -fPIC -o broken_cuda.so broken_cuda.c
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int broken(void) {
    const char * how = getenv("BROKEN_CUDA");
    if (how && !strcmp(how, "crash")) {
        abort();
    }
    while (how && !strcmp(how, "hang")) {
        pause();
    }
    return 0; // cudaSuccess, and nothing was computed
}

int cudaLaunchKernel(void) { return broken(); }
int cudaLaunchKernelExC(void) { return broken(); }
int __cudaLaunchKernel(void) { return broken(); }
int cudaGraphLaunch(void) { return broken(); }
