#include "CCurl.h"

#include <sys/eventfd.h>

CURLcode cc_set_number(CURL *handle, CURLoption option, long number) {
    return curl_easy_setopt(handle, option, number);
}

CURLcode cc_set_text(CURL *handle, CURLoption option, const char *text) {
    return curl_easy_setopt(handle, option, text);
}

CURLcode cc_set_list(CURL *handle, CURLoption option, struct curl_slist *list) {
    return curl_easy_setopt(handle, option, list);
}

CURLcode cc_set_buffer(CURL *handle, CURLoption option, void *buffer) {
    return curl_easy_setopt(handle, option, buffer);
}

CURLcode cc_set_callbacks(
    CURL *handle, void *context, curl_write_callback header, curl_write_callback body,
    curl_opensocket_callback socket) {
    CURLcode result = curl_easy_setopt(handle, CURLOPT_HEADERFUNCTION, header);
    if (!result) result = curl_easy_setopt(handle, CURLOPT_HEADERDATA, context);
    if (!result) result = curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, body);
    if (!result) result = curl_easy_setopt(handle, CURLOPT_WRITEDATA, context);
    if (!result) result = curl_easy_setopt(handle, CURLOPT_OPENSOCKETFUNCTION, socket);
    if (!result) result = curl_easy_setopt(handle, CURLOPT_OPENSOCKETDATA, context);
    return result;
}

long cc_number(CURL *handle, CURLINFO info) {
    long number = 0;
    curl_easy_getinfo(handle, info, &number);
    return number;
}

curl_off_t cc_size(CURL *handle, CURLINFO info) {
    curl_off_t size = 0;
    curl_easy_getinfo(handle, info, &size);
    return size;
}

CURLMcode cc_set_multi_number(CURLM *multi, CURLMoption option, long number) {
    return curl_multi_setopt(multi, option, number);
}

CURLcode cc_result(const CURLMsg *message) {
    return message->data.result;
}

int cc_bell(void) {
    return eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
}
