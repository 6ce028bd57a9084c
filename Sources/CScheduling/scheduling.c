#define _GNU_SOURCE

#include "CScheduling.h"

#include <sched.h>

int cs_get_processors(unsigned char *set, size_t bytes) {
    return sched_getaffinity(0, bytes, (cpu_set_t *)set);
}

int cs_set_processors(int thread, const unsigned char *set, size_t bytes) {
    return sched_setaffinity(thread, bytes, (const cpu_set_t *)set);
}
