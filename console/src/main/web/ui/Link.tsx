import { Anchor, Button, type ButtonProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { ComponentPropsWithRef } from 'react';

/** A link to another page of the console. */
export const Link = createLink(Anchor<'a'>);

type Props = ButtonProps & Omit<ComponentPropsWithRef<'a'>, keyof ButtonProps>;

/** The same in the form of a button. */
export const ButtonLink = createLink((props: Props) => <Button component="a" {...props} />);
