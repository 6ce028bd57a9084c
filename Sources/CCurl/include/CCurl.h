/* libcurl for Swift: its functions with a variable number of arguments, once for each kind of argument. */
#ifndef WATCHFLOOR_CCURL_H
#define WATCHFLOOR_CCURL_H

#include <curl/curl.h>

/* Options of one transfer. */
CURLcode cc_set_number(CURL *_Nonnull handle, CURLoption option, long number);
CURLcode cc_set_text(CURL *_Nonnull handle, CURLoption option, const char *_Nullable text);
CURLcode cc_set_list(CURL *_Nonnull handle, CURLoption option, struct curl_slist *_Nullable list);
CURLcode cc_set_buffer(CURL *_Nonnull handle, CURLoption option, void *_Nullable buffer);

/* Who is told of headers and of body bytes, and asked for sockets; all with the same context. */
CURLcode cc_set_callbacks(
    CURL *_Nonnull handle, void *_Nonnull context, curl_write_callback _Nonnull header, curl_write_callback _Nonnull body,
    curl_opensocket_callback _Nonnull socket);

/* What is known of a transfer; 0 where nothing is. */
long cc_number(CURL *_Nonnull handle, CURLINFO info);
curl_off_t cc_size(CURL *_Nonnull handle, CURLINFO info);

/* An option of all transfers together. */
CURLMcode cc_set_multi_number(CURLM *_Nonnull multi, CURLMoption option, long number);

/* What a finished transfer ended with: a member of a union. */
CURLcode cc_result(const CURLMsg *_Nonnull message);

/* A counter to wake curl_multi_poll by (eventfd, which Swift does not import): neither blocks nor is inherited; -1 and
 * errno if there is none to be had. */
int cc_bell(void);

#endif
