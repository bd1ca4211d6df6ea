import { Component, type ReactNode } from 'react';
import { ProblemNote } from './ProblemNote';

interface State {
  readonly error?: Error;
}

/** Keeps a fault in what is inside from blanking the page. */
export class Boundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = {};

  static getDerivedStateFromError(error: Error): State {
    return { error };
  }

  override render() {
    const { error } = this.state;
    return error ? <ProblemNote error={error} retry={() => this.setState({})} /> : this.props.children;
  }
}
