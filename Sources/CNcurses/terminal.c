#include "CNcurses.h"

#include <errno.h>
#include <stdio.h>
#include <term.h>
#include <unistd.h>

SCREEN *cn_newterm(const char *terminal) {
    return newterm(terminal, stdout, stdin);
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
