// A graphics driver that ends every process that tries a build of llama.cpp, unless graphics cards are hidden from it.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

__attribute__((constructor)) static void load(void) {
    char words[4096] = { 0 };
    const char * hidden = getenv("CUDA_VISIBLE_DEVICES");
    FILE * file = fopen("/proc/self/cmdline", "rb");
    size_t count = file ? fread(words, 1, sizeof words - 1, file) : 0;
    for (size_t i = 0; i < count; i++) {
        words[i] = words[i] ? words[i] : ' ';
    }
    if (strstr(words, "engine-probe") && !(hidden && !strcmp(hidden, "-1"))) {
        abort();
    }
}
