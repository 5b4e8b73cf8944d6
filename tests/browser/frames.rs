//! The site in hosts' pages, on another origin: its height, its layouts, what it says and hears, and
//! what it does not let hosts do.

mod height;
mod hostile;
mod layouts;
mod talk;

use crate::tests;

use height::*;
use hostile::*;
use layouts::*;
use talk::*;

tests![
    pym_sizes_the_frame,
    iframe_resizer_4_sizes_the_frame,
    iframe_resizer_5_sizes_the_frame,
    newswires_frames_size_the_frame,
    amps_frames_size_the_frame,
    a_host_of_our_own_interface_sizes_the_frame,
    the_browsers_own_way_is_asked,
    wordpress_gives_a_thousand_pixels_and_the_page_scrolls_inside,
    no_length_comes_from_the_view_of_a_frame_as_high_as_its_content,
    a_frame_of_a_given_height_scrolls_inside,
    nothing_scrolls_or_focuses_the_host_on_load,
    what_is_read_follows_what_is_seen,
    a_source_opens_where_the_reader_is,
    jumps_lead_to_their_place_or_show_it,
    a_host_sets_what_is_shown_and_is_told_what_happens,
    strangers_are_not_heard,
    no_message_breaks_the_page,
];
