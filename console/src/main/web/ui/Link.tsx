import { Anchor, Button } from '@mantine/core';
import { createLink } from '@tanstack/react-router';

/** A link to another page of the console. */
export const Link = createLink(Anchor<'a'>);

/** The same in the form of a button. */
export const ButtonLink = createLink(Button<'a'>);
