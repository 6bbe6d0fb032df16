/** Text messages: the subscribers that write them and wait for answers, and a bare jsmpp client that gives each back. */
@NullMarked
package vn.dancu.bench.sms;

import org.jspecify.annotations.NullMarked;
