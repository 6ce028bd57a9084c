#include "CNcurses.h"

#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

static struct termios modes;
static volatile sig_atomic_t has_modes;

static char restoring[1024];
static volatile sig_atomic_t restoring_count;

static const int faults[] = {SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV, SIGSYS, SIGQUIT};
static struct sigaction previous[NSIG];

static void restore(void) {
    size_t count = (size_t)restoring_count;
    if (count == 0) return;
    restoring_count = 0;
    cn_write(restoring, count);
    if (has_modes) tcsetattr(STDIN_FILENO, TCSADRAIN, &modes);
}

/* A fault happens again when the handler returns, and then meets the handler that was there before: Swift's, which
 * prints the backtrace, on a screen where it can be read. abort() kills the process whatever the handler does. What was
 * sent from outside says nothing about this program, and does not happen again: it ends it at once, as it is meant to. */
static void restore_and_pass_on(int signal_number, siginfo_t *info, void *context) {
    (void)context;
    restore();
    if (info->si_code > 0 || (signal_number == SIGABRT && info->si_code == SI_TKILL)) {
        sigaction(signal_number, &previous[signal_number], NULL);
        if (info->si_code <= 0) raise(signal_number);
        return;
    }
    signal(signal_number, SIG_DFL);
    raise(signal_number);
}

void cn_note_modes(void) {
    has_modes = tcgetattr(STDIN_FILENO, &modes) == 0;
}

void cn_arm_restoring(const char *bytes, size_t count) {
    static bool is_installed;
    if (count > sizeof restoring) count = sizeof restoring;
    restoring_count = 0;
    memcpy(restoring, bytes, count);
    restoring_count = (sig_atomic_t)count;
    if (is_installed) return;
    is_installed = true;
    atexit(restore);
    for (size_t i = 0; i < sizeof faults / sizeof faults[0]; i++) {
        struct sigaction action = {0};
        action.sa_sigaction = restore_and_pass_on;
        /* A stack that has overflowed cannot carry the handler. */
        action.sa_flags = SA_SIGINFO | SA_ONSTACK;
        sigaction(faults[i], &action, &previous[faults[i]]);
    }
}

void cn_disarm_restoring(void) {
    restoring_count = 0;
}

void cn_stop_job(void) {
    struct sigaction ignore = {0}, stop = {0}, before;
    ignore.sa_handler = SIG_IGN;
    stop.sa_handler = SIG_DFL;
    sigset_t set, mask;
    sigemptyset(&set);
    sigaddset(&set, SIGTSTP);
    /* First the others of the job, then this thread by itself: a signal to the whole process would stop some other
     * thread, and let this one draw on for a moment. */
    sigaction(SIGTSTP, &ignore, &before);
    kill(0, SIGTSTP);
    sigaction(SIGTSTP, &stop, NULL);
    pthread_sigmask(SIG_UNBLOCK, &set, &mask);
    pthread_kill(pthread_self(), SIGTSTP);
    pthread_sigmask(SIG_SETMASK, &mask, NULL);
    sigaction(SIGTSTP, &before, NULL);
}
