import classes from './FlowPicture.module.css';

/** A database, a river, and the topics that it feeds. */
export function FlowPicture() {
  return (
    <svg className={classes.picture} viewBox="0 0 320 96" role="presentation" aria-hidden>
      <g className={classes.part}>
        <ellipse cx="44" cy="26" rx="28" ry="10" />
        <path d="M16 26v44c0 6 13 10 28 10s28-4 28-10V26" />
        <path d="M16 48c0 6 13 10 28 10s28-4 28-10" />
      </g>
      <path className={classes.flow} d="M84 40c24-18 48 18 72 0s48 18 72 0" />
      <path className={classes.flow} d="M84 58c24-18 48 18 72 0s48 18 72 0" />
      <g className={classes.part}>
        <rect x="242" y="16" width="62" height="16" rx="4" />
        <rect x="242" y="40" width="62" height="16" rx="4" />
        <rect x="242" y="64" width="62" height="16" rx="4" />
      </g>
    </svg>
  );
}
