/** A sign-up wizard: the dialogue, its questions, and how they look. */
package dev.weft.samples.web.signup;
