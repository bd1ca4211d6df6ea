package dev.caudal.server.proxy;

/**
 * What the REST proxy has answered.
 *
 * @param status the HTTP status
 * @param contentType of the body; empty where it says none
 * @param body the text, up to {@link ProxyClient#LONGEST} characters
 * @param cut whether there was more of it
 * @param millis how long it took
 */
public record ProxyAnswer(int status, String contentType, String body, boolean cut, long millis) {}
