/** A pizza service that chats with any number of customers at a time. */
package dev.weft.samples.chat;
