// A graphics card for machines without one: a loadable back end whose only device computes with the processor's.
// FAKE_GPU says how: "crash", "hang" or "nothing" (nothing is computed, all is reported well) when it has to compute,
// "crash-at-once" when it is asked for its devices. The tables follow ggml-backend-impl.h of GGML_BACKEND_API_VERSION 2.
#include <stdbool.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { CPU = 0, GPU = 1, API_VERSION = 2 };

struct device { void * table[15]; void * reg; void * context; };
struct reg { int api_version; void * table[4]; void * context; };
struct backend { void * guid; void * table[16]; struct device * device; void * cpu; };
struct properties {
    const char * name; const char * description; size_t free; size_t total; int type; const char * id; bool can[5];
};

void * ggml_backend_init_by_type(int type, const char * parameters);
void * ggml_backend_dev_by_type(int type);
void * ggml_backend_cpu_buffer_type(void);
bool ggml_backend_dev_supports_op(void * device, const void * op);
int ggml_backend_graph_compute(void * backend, void * graph);
void ggml_backend_free(void * backend);

static const size_t MEMORY = (size_t) 8 << 30;
static struct reg reg;

static bool told(const char * what) {
    const char * how = getenv("FAKE_GPU");
    return how && !strcmp(how, what);
}

static const char * name(void * any) { (void) any; return "FAKE0"; }
static const char * description(void * any) { (void) any; return "Fake card"; }
static const char * reg_name(void * any) { (void) any; return "Fake"; }
static int type(void * any) { (void) any; return GPU; }
static void memory(void * any, size_t * free, size_t * total) { (void) any; *free = *total = MEMORY; }
static void * buffers(void * any) { (void) any; return ggml_backend_cpu_buffer_type(); }
static bool takes(void * any, void * buffer_type) { (void) any; return buffer_type == ggml_backend_cpu_buffer_type(); }
static bool can(void * any, const void * op) {
    (void) any;
    return ggml_backend_dev_supports_op(ggml_backend_dev_by_type(CPU), op);
}

static void properties(void * any, struct properties * found) {
    struct properties mine = { name(any), description(any), MEMORY, MEMORY, GPU, NULL, { false } };
    *found = mine;
}

static int compute(struct backend * backend, void * graph) {
    if (told("crash")) {
        abort();
    }
    while (told("hang")) {
        pause();
    }
    return told("nothing") ? 0 : ggml_backend_graph_compute(backend->cpu, graph);
}

static void release(struct backend * backend) {
    ggml_backend_free(backend->cpu);
    free(backend);
}

static void * start(struct device * device, const char * parameters) {
    static char guid[16] = "fake";
    struct backend * made = calloc(1, sizeof *made);
    (void) parameters;
    made->guid = guid;
    made->table[0] = name;
    made->table[1] = release;
    made->table[12] = compute;
    made->device = device;
    made->cpu = ggml_backend_init_by_type(CPU, NULL);
    return made;
}

static struct device device = {
    { name, description, memory, type, properties, start, buffers, NULL, NULL, can, takes, NULL, NULL, NULL, NULL },
    &reg, NULL
};

static size_t count(void * any) { (void) any; return 1; }
static void * first(void * any, size_t index) { (void) any; (void) index; return &device; }

void * ggml_backend_init(void) {
    if (told("crash-at-once")) {
        abort();
    }
    reg.api_version = API_VERSION;
    reg.table[0] = reg_name;
    reg.table[1] = count;
    reg.table[2] = first;
    return &reg;
}

// Without the function above it is a variant of the processor's: its score is asked, and the built-in one computes.
int ggml_backend_score(void) { return 1; }
