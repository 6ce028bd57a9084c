#define _GNU_SOURCE

#include "CNcurses.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <term.h>
#include <unistd.h>

/* Where ncurses writes: the terminal by another number, so that it can be led elsewhere while a frame is drawn. */
static int outlet = -1;
static FILE *outlet_file = NULL;

SCREEN *cn_newterm(const char *terminal) {
    if (outlet < 0) outlet = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
    if (outlet >= 0 && !outlet_file) outlet_file = fdopen(outlet, "w");
    return newterm(terminal, outlet_file ? outlet_file : stdout, stdin);
}

/* What was gathered is sent, and the gatherer is empty again. */
static void send_frame(int gatherer, off_t size) {
    static char *frame = NULL;
    static size_t room = 0;
    if ((size_t)size > room) {
        char *larger = realloc(frame, (size_t)size);
        if (larger) {
            frame = larger;
            room = (size_t)size;
        }
    }
    for (off_t sent = 0; sent < size && room > 0;) {
        size_t rest = (size_t)(size - sent);
        ssize_t count = pread(gatherer, frame, rest < room ? rest : room, sent);
        if (count <= 0) break;
        cn_write(frame, (size_t)count);
        sent += count;
    }
    lseek(gatherer, 0, SEEK_SET);
}

void cn_update(void) {
    static int gatherer = -1;
    if (gatherer < 0) gatherer = memfd_create("frame", MFD_CLOEXEC);
    if (!outlet_file || gatherer < 0 || dup3(gatherer, outlet, O_CLOEXEC) < 0) {
        doupdate();
        return;
    }
    doupdate();
    dup3(STDOUT_FILENO, outlet, O_CLOEXEC);
    send_frame(gatherer, lseek(gatherer, 0, SEEK_CUR));
}

const char *cn_capability(const char *name) {
    const char *text = tigetstr(name);
    return text == (const char *)-1 ? NULL : text;
}

int cn_look_up_terminal(const char *terminal) {
    int result = 0;
    setupterm(terminal, STDOUT_FILENO, &result);
    return result;
}

int cn_described_colors(void) {
    return tigetnum("colors");
}

void cn_write(const char *bytes, size_t count) {
    while (count > 0) {
        ssize_t written = write(STDOUT_FILENO, bytes, count);
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return;
        bytes += written;
        count -= (size_t)written;
    }
}
