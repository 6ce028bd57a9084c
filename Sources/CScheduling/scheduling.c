#define _GNU_SOURCE

#include "CScheduling.h"

#include <sched.h>
#include <string.h>

int cs_get_processors(unsigned char *set, size_t bytes) {
    cpu_set_t processors;
    CPU_ZERO(&processors);
    if (sched_getaffinity(0, sizeof processors, &processors) != 0) return -1;
    memset(set, 0, bytes);
    for (size_t number = 0; number < bytes * 8 && number < CPU_SETSIZE; number++) {
        if (CPU_ISSET(number, &processors)) set[number / 8] |= (unsigned char)(1u << number % 8);
    }
    return 0;
}

int cs_set_processors(int thread, const unsigned char *set, size_t bytes) {
    cpu_set_t processors;
    CPU_ZERO(&processors);
    for (size_t number = 0; number < bytes * 8 && number < CPU_SETSIZE; number++) {
        if (set[number / 8] >> number % 8 & 1) CPU_SET(number, &processors);
    }
    return sched_setaffinity(thread, sizeof processors, &processors);
}
