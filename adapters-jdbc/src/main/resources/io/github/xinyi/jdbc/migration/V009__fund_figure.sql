-- What accounting says of the funds of a community at the end of a day, in minor units.

CREATE TABLE IF NOT EXISTS ${prefix}fund_day (
    community VARCHAR(64) NOT NULL,
    figures_on DATE NOT NULL,
    currency CHAR(3) NOT NULL,
    PRIMARY KEY (community, figures_on)
);

-- A name has 64 letters at most, each of one or two characters.
CREATE TABLE IF NOT EXISTS ${prefix}fund_figure (
    community VARCHAR(64) NOT NULL,
    figures_on DATE NOT NULL,
    figure_name VARCHAR(128) NOT NULL,
    amount BIGINT NOT NULL,
    PRIMARY KEY (community, figures_on, figure_name)
);
