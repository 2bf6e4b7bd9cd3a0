/** Flows in a web page: a small server, its pages, and what is common to them. */
package dev.weft.samples.web;
